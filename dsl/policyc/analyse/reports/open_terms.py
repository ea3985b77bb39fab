"""The terms that a text leaves open and that a difference or a breach turns on."""

from collections.abc import Iterable, Iterator, Mapping

from policyc.analyse.open_terms import open_terms
from policyc.analyse.reports import phrases
from policyc.analyse.reports.naming import Naming
from policyc.core.axes import Axis, OpenTerm
from policyc.space.differences.regions import Region
from policyc.space.grid.joint import Joint
from policyc.wording.conditions import fact_text


def open_terms_text(region: Region, axes: Mapping[str, Axis], naming: Naming) -> str:
    """Those terms by name."""
    return phrases.LISTED[naming.language].join(_named(region, axes, naming))


def _named(region: Region, axes: Mapping[str, Axis], naming: Naming) -> Iterator[str]:
    places = (region.where, *(part.where for part in region.exceptions))
    for key in open_terms(axes, places):
        yield fact_text(naming.speech, key)


def whose_terms(keys: Iterable[str], joint: Joint, naming: Naming) -> str:
    """Some open terms by name, with the policy that leaves each open: `from and to of lender`.

    A term that is declared elsewhere, or whose name says whose it is, stands alone.
    """
    names = {p.name: shown for p, shown in zip(joint.policies, naming.names, strict=True)}
    by_owner: dict[str | None, list[str]] = {}
    for key in dict.fromkeys(keys):
        origin = joint.axes[key].origin
        assert isinstance(origin, OpenTerm), "these are terms"
        owner = None if "." in key else names.get(origin.declared_in)
        by_owner.setdefault(owner, []).append(fact_text(naming.speech, key))
    each = (_of(owner, terms, naming) for owner, terms in by_owner.items())
    return phrases.AND[naming.language].join(each)


def _of(owner: str | None, terms: Iterable[str], naming: Naming) -> str:
    told = phrases.AND[naming.language].join(terms)
    if owner is None:
        return told
    return phrases.TERMS_OF[naming.language].format(terms=told, name=owner)
