"""Which terms that a text leaves open the bounds of some cases speak of."""

from collections.abc import Iterable, Mapping

from policyc.core.axes import Axis, OpenTerm
from policyc.core.conditions import axes_of
from policyc.space.where import Where


def open_terms(axes: Mapping[str, Axis], places: Iterable[Where]) -> tuple[str, ...]:
    """The keys of the open terms that bound some of the places, each once."""
    keys = (k for place in places for bound in place.bounds for k in axes_of(bound.condition))
    return tuple(dict.fromkeys(k for k in keys if isinstance(axes[k].origin, OpenTerm)))
