"""Taking in what a vocabulary declares."""

from typing import TypeVar

from policyc.diagnostics.catalogue import naming
from policyc.diagnostics.diagnostic import Related
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words
from policyc.elaborate.environment import Environment, Namespace
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
    _take(context, own.stages, other.stages, name)
    _take(context, own.sources, other.sources, name)
    known = set(own.assumptions)
    own.assumptions += [a for a in other.assumptions if a not in known]
    context.axes.update(other.axes)
    own.axes.update(other.axes)


def _take(context: Context, own: Namespace[Entry], other: Namespace[Entry], name: n.Dotted) -> None:
    for declared in other:
        taken = own.add(declared)
        if taken is not None:
            related = (Related(taken.where, _FIRST), Related(declared.where, _SECOND))
            context.report(naming.TAKEN_NAME, name, name=declared.name, related=related)
