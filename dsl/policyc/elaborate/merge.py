"""Taking in what another document declares."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from policyc.core.axes import Axis
from policyc.core.policy import Policy
from policyc.diagnostics.catalogue import naming
from policyc.diagnostics.diagnostic import Related
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words
from policyc.elaborate.environment import Declared, Environment, Namespace
from policyc.syntax import nodes as n

Entry = TypeVar("Entry")
_FIRST: Words = {"en": "one is declared here", "zh": "一处声明在此"}
_SECOND: Words = {"en": "the other here", "zh": "另一处在此"}


def merge(context: Context, other: Environment, name: n.Dotted) -> None:
    """Adds every name of a vocabulary; names that mean two things are reported at `uses`."""
    own = context.environment
    _take(context, own.subjects, other.subjects, name)
    _take(context, own.kinds, other.kinds, name)
    _take(context, own.signatures, other.signatures, name)
    _take(context, own.values, other.values, name)
    known = set(own.assumptions)
    own.assumptions += [a for a in other.assumptions if a not in known]
    context.axes.update(other.axes)
    own.axes.update(other.axes)
    own.failed |= other.failed


def merge_included(context: Context, other: Environment, name: n.Dotted) -> None:
    """Adds the names that an included policy's rules may speak of, so that tests may as well.

    Its terms, definitions, stages and sources stay its own.
    """
    own = context.environment
    _take(context, own.subjects, other.subjects, name)
    _take(context, own.kinds, other.kinds, name)
    _take(context, own.signatures, other.signatures, name)
    own.failed |= other.failed
    _take(context, own.values, (d for d in other.values if isinstance(d.entry, Axis)), name)


def check_axes(
    context: Context, axes: Mapping[str, Axis], included: Policy, name: n.Dotted
) -> None:
    """Reports what an included policy and its includer both speak of, each in its own sense."""
    for key, other in included.axes.items():
        own = axes[key]
        if (own.domain, own.origin) != (other.domain, other.origin):
            context.report(naming.TAKEN_NAME, name, name=key)


def _take(
    context: Context, own: Namespace[Entry], others: Iterable[Declared[Entry]], name: n.Dotted
) -> None:
    for declared in others:
        taken = own.add(declared)
        if taken is not None:
            related = (Related(taken.where, _FIRST), Related(declared.where, _SECOND))
            context.report(naming.TAKEN_NAME, name, name=declared.name, related=related)
