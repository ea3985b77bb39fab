"""Which statements may stand in which documents."""

from collections.abc import Mapping

from policyc.diagnostics.catalogue import naming
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words
from policyc.elaborate.documents import Found, Wanted
from policyc.syntax import nodes as n

_VOCABULARY = (
    n.SubjectDeclaration,
    n.KindDeclaration,
    n.ActionDeclaration,
    n.EventDeclaration,
    n.FactDeclaration,
    n.TermDeclaration,
    n.Assume,
    n.Uses,
)
_SCENARIOS = (n.Uses, n.FactDeclaration, n.EventDeclaration, n.Scenario, n.Table)
_POLICY = (*_VOCABULARY, n.Published, n.Effective, n.SubjectTo, n.Scope, n.SourceDeclaration,
           n.Stages, n.Includes, n.Define, n.SetTerm, n.Default, n.Unmodelled, n.Rule, n.Test,
           n.Scenario, n.Table, n.Prove)  # fmt: skip
_PLACES: Mapping[Wanted, tuple[type, ...]] = {
    "vocabulary": _VOCABULARY,
    "scenarios": _SCENARIOS,
    "policy": _POLICY,
}
_A_DOCUMENT: Mapping[Wanted, Words] = {
    "vocabulary": {"en": "a vocabulary", "zh": "词汇"},
    "scenarios": {"en": "scenarios", "zh": "场景集"},
    "policy": {"en": "a policy", "zh": "政策"},
}
_ONCE = (n.Published, n.Effective, n.Scope)


def check_placement(context: Context, found: Found) -> None:
    """Reports statements that stand in a wrong document, or a second time."""
    seen: dict[type, n.Item] = {}
    for item in found.document.items:
        statement = _first_word(item)
        if not isinstance(item, _PLACES[found.kind]):
            context.report(
                naming.MISPLACED_STATEMENT,
                item,
                statement=statement,
                document=_A_DOCUMENT[found.kind],
                wanted=_A_DOCUMENT[_home(item)],
            )
        elif isinstance(item, _ONCE) and seen.setdefault(type(item), item) is not item:
            context.report(naming.REPEATED_STATEMENT, item, statement=statement)


def _home(item: n.Item) -> Wanted:
    """The document that a statement belongs in."""
    if isinstance(item, _VOCABULARY):
        return "vocabulary"
    return "scenarios" if isinstance(item, n.Scenario | n.Table) else "policy"


def _first_word(item: n.Item) -> str:
    return item.span.text.split(maxsplit=1)[0].rstrip(":：")
