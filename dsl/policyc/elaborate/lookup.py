"""Names to what they mean here, with a finding where they mean nothing or too much."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from policyc.diagnostics.catalogue import naming
from policyc.diagnostics.diagnostic import Code
from policyc.elaborate.context import Context
from policyc.elaborate.describe import advice, listed
from policyc.elaborate.environment import Declared, Namespace
from policyc.syntax.nodes import Node

Entry = TypeVar("Entry")


def look_up(
    context: Context, namespace: Namespace[Entry], code: Code, node: Node, word: str
) -> Declared[Entry] | None:
    """The entry of a name or label; `None` after a finding of the code."""
    declared = namespace.find(word)
    if declared is None:
        report_unknown(context, code, node, word, namespace.words(), namespace.labelled(word))
    return declared


def report_unknown(
    context: Context,
    code: Code,
    node: Node,
    word: str,
    known: Iterable[str],
    labelled: Sequence[str] = (),
) -> None:
    """Reports a word that means nothing, or one that is the label of several things."""
    if len(labelled) > 1:
        report_ambiguous(context, node, word, labelled)
    else:
        context.report(code, node, name=word, advice=advice(word, known))


def report_ambiguous(context: Context, node: Node, word: str, names: Sequence[str]) -> None:
    """Reports a label that several things have."""
    context.report(naming.AMBIGUOUS_LABEL, node, name=word, names=listed(names))


def unknown_fact(context: Context, node: Node, word: str) -> None:
    """Reports a name in an expression that means nothing here."""
    values = context.environment.values
    known, labelled = values.words(), values.labelled(word)
    report_unknown(context, naming.UNKNOWN_FACT, node, word, known, labelled)
