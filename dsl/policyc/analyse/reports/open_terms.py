"""The terms that a text leaves open and that a difference turns on."""

from collections.abc import Iterator, Mapping

from policyc.analyse.reports import phrases
from policyc.analyse.reports.naming import Naming
from policyc.core.axes import Axis, OpenTerm
from policyc.core.conditions import axes_of
from policyc.space.differences.regions import Region
from policyc.wording.conditions import fact_text


def open_terms(region: Region, axes: Mapping[str, Axis]) -> tuple[str, ...]:
    """The keys of the open terms that bound a region or an exception of it."""
    places = (region.where, *(part.where for part in region.exceptions))
    keys = (k for p in places for bound in p.bounds for k in axes_of(bound.condition))
    return tuple(dict.fromkeys(k for k in keys if isinstance(axes[k].origin, OpenTerm)))


def open_terms_text(region: Region, axes: Mapping[str, Axis], naming: Naming) -> str:
    """Those terms by name."""
    return phrases.LISTED[naming.language].join(_named(region, axes, naming))


def _named(region: Region, axes: Mapping[str, Axis], naming: Naming) -> Iterator[str]:
    for key in open_terms(region, axes):
        yield fact_text(naming.speech, key)
