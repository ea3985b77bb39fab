"""Members of a kind, by name or by label."""

from policyc.core.actions import Kind
from policyc.diagnostics.catalogue import naming
from policyc.elaborate.context import Context
from policyc.elaborate.describe import advice, kind_name
from policyc.elaborate.lookup import report_ambiguous
from policyc.syntax.nodes import Node


def is_member_word(kind: Kind, word: str) -> bool:
    """Whether a word is the name or the label of a member."""
    return word in kind.members or word in kind.member_labels


def member_of(context: Context, node: Node, kind: Kind, word: str) -> str | None:
    """The member of a kind that a name or label is; `None` after a finding."""
    if word in kind.members:
        return word
    pairs = zip(kind.members, kind.member_labels, strict=False)
    labelled = [member for member, label in pairs if label == word]
    if len(labelled) == 1:
        return labelled[0]
    if labelled:
        report_ambiguous(context, node, word, labelled)
        return None
    known = [w for w in (*kind.members, *kind.member_labels) if w]
    shown, hint = kind_name(kind), advice(word, known)
    context.report(naming.UNKNOWN_MEMBER, node, name=word, kind=shown, advice=hint)
    return None
