"""Tests, scenarios, tables and proofs.

One method per named rule of the grammar; each gets the rule's tokens and nodes in order.
"""

from policyc.syntax import nodes as n
from policyc.syntax.build.children import (
    Arguments,
    Child,
    Marks,
    Unless,
    after,
    dates,
    every,
    lent,
    one,
    some_text,
    span,
    text,
)
from policyc.syntax.build.rules import Rules
from policyc.syntax.lexer import Token


class Tests(Rules):
    """Tests, scenarios, tables and proofs."""

    def test(self, c: list[Child]) -> n.Test:
        return n.Test(some_text(c), tuple(c[3:]), span=span(c))

    def scenario(self, c: list[Child]) -> n.Scenario:
        return n.Scenario(some_text(c), tuple(c[3:]), span=span(c))

    def table(self, c: list[Child]) -> n.Table:
        parts = tuple(child for child in c[3:] if not isinstance(child, n.Row))
        return n.Table(some_text(c), parts, every(c, n.Row), span=span(c))

    def given(self, c: list[Child]) -> n.Given:
        return n.Given(tuple(c[1::2]), span=span(c))

    def ask(self, c: list[Child]) -> n.Ask:
        return n.Ask(c[1], span=span(c))

    def on(self, c: list[Child]) -> n.On:
        return n.On(dates(c)[0], span=span(c))

    def expect(self, c: list[Child]) -> n.Expect:
        subject, *by = every(c, n.Dotted)
        arguments = one(c, Arguments)
        verdict = one(c, n.Verdict)
        assert verdict is not None, "the grammar demands a verdict"
        return n.Expect(
            subject,
            None if arguments is None else tuple(arguments),
            verdict,
            by[0] if by else None,
            span=span(c),
        )

    def arguments(self, c: list[Child]) -> Arguments:
        return lent(Arguments, c, every(c, n.Argument))

    def row(self, c: list[Child]) -> n.Row:
        return n.Row(every(c, n.Cell), span=span(c))

    def cell(self, c: list[Child]) -> n.Cell:
        if isinstance(c[0], Token):
            return n.Cell("ask" if c[0].type == "ASK" else None, span=span(c))
        return n.Cell(c[0], span=span(c))

    def qualified(self, c: list[Child]) -> n.Dotted:
        return self.dotted(c)

    def called(self, c: list[Child]) -> n.Pattern:
        return self.pattern(c)

    def verdict(self, c: list[Child]) -> n.Verdict:
        return n.Verdict(c[0].type.lower(), span=span(c))

    def prove(self, c: list[Child]) -> n.Prove:
        quantifier = one(c, Marks)
        unless = one(c, Unless)
        pattern, verdict = one(c, n.Pattern), one(c, n.Verdict)
        assert pattern is not None, "the grammar demands a pattern"
        assert verdict is not None, "the grammar demands a verdict"
        return n.Prove(
            text(c),
            pattern,
            quantifier[0].type.lower() if quantifier else "is",
            verdict,
            after(c, "WHEN"),
            unless[0] if unless else None,
            span=span(c),
        )

    def quantifier(self, c: list[Child]) -> Marks:
        return lent(Marks, c, c)

    def dotted(self, c: list[Child]) -> n.Dotted:
        return n.Dotted(tuple(token.text for token in c[0::2]), span=span(c))
