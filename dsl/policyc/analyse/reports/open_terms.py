"""The terms that a text leaves open and that a difference turns on."""

from collections.abc import Iterator, Mapping

from policyc.analyse.open_terms import open_terms
from policyc.analyse.reports import phrases
from policyc.analyse.reports.naming import Naming
from policyc.core.axes import Axis
from policyc.space.differences.regions import Region
from policyc.wording.conditions import fact_text


def open_terms_text(region: Region, axes: Mapping[str, Axis], naming: Naming) -> str:
    """Those terms by name."""
    return phrases.LISTED[naming.language].join(_named(region, axes, naming))


def _named(region: Region, axes: Mapping[str, Axis], naming: Naming) -> Iterator[str]:
    places = (region.where, *(part.where for part in region.exceptions))
    for key in open_terms(axes, places):
        yield fact_text(naming.speech, key)
