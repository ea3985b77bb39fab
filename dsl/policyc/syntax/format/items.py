"""How each statement is written."""

from typing import assert_never

from policyc.syntax import nodes as n
from policyc.syntax.format import declarations, rules, tests
from policyc.syntax.format.algebra import Doc
from policyc.syntax.format.terms import Terms


def statement(t: Terms, node: n.Heading | n.Item) -> Doc:
    """A heading or an item, as it stands at the beginning of a line."""
    match node:
        case n.Heading():
            return declarations.heading(t, node)
        case n.Uses(names):
            return declarations.documents(t, "USES", names)
        case n.SubjectDeclaration():
            return declarations.subject(t, node)
        case n.KindDeclaration():
            return declarations.kind(t, node)
        case n.ActionDeclaration():
            return declarations.signature(t, "ACTION", node)
        case n.EventDeclaration():
            return declarations.signature(t, "EVENT", node)
        case n.FactDeclaration():
            return declarations.fact(t, node)
        case n.TermDeclaration():
            return declarations.term(t, node)
        case n.Assume():
            return declarations.assume(t, node)
        case n.SubjectTo(names):
            return declarations.documents(t, "SUBJECT_TO", names)
        case n.Includes(names):
            return declarations.documents(t, "INCLUDES", names)
        case n.Test():
            return tests.test(t, node)
        case n.Scenario():
            return tests.scenario(t, node)
        case n.Table():
            return tests.table(t, node)
        case n.Prove():
            return tests.prove(t, node)
        case _:
            return _policy_statement(t, node)


def _policy_statement(
    t: Terms,
    node: n.Published
    | n.Effective
    | n.Scope
    | n.SourceDeclaration
    | n.Stages
    | n.Define
    | n.SetTerm
    | n.Default
    | n.Unmodelled
    | n.Rule,
) -> Doc:
    match node:
        case n.Published():
            return rules.published(t, node)
        case n.Effective():
            return rules.effective(t, node)
        case n.Scope():
            return rules.scope(t, node)
        case n.SourceDeclaration():
            return rules.source(t, node)
        case n.Stages():
            return rules.stages(t, node)
        case n.Define():
            return rules.define(t, node)
        case n.SetTerm():
            return rules.set_term(t, node)
        case n.Default():
            return rules.default(t, node)
        case n.Unmodelled():
            return rules.unmodelled(t, node)
        case n.Rule():
            return rules.rule(t, node)
        case _:
            assert_never(node)
