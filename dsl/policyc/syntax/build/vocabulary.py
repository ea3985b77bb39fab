"""Headings and what vocabularies declare.

One method per named rule of the grammar; each gets the rule's tokens and nodes in order.
"""

from policyc.syntax import nodes as n
from policyc.syntax.build.children import (
    Child,
    Marks,
    Parameters,
    TypeName,
    after,
    as_name,
    every,
    has,
    lent,
    names,
    of_documents,
    one,
    places,
    span,
    text,
)
from policyc.syntax.lexer import Token


class Vocabularies:
    """Headings and what vocabularies declare."""

    def facts(self, c: list[Child]) -> n.Given:
        return n.Given(tuple(c[0::2]), span=span(c))

    def query(self, c: list[Child]) -> n.Ask:
        return n.Ask(c[0], span=span(c))

    def heading(self, c: list[Child]) -> n.Heading:
        return n.Heading(c[0][0].type.lower(), names(c)[0], text(c), span=span(c))

    def document_kind(self, c: list[Child]) -> Marks:
        return lent(Marks, c, c)

    uses = staticmethod(of_documents(n.Uses))
    subject_to = staticmethod(of_documents(n.SubjectTo))
    includes = staticmethod(of_documents(n.Includes))

    def action(self, c: list[Child]) -> n.ActionDeclaration:
        theirs = has(c, "BY_BORROWER")
        return n.ActionDeclaration(names(c)[0], text(c), places(c), theirs, span=span(c))

    def event(self, c: list[Child]) -> n.EventDeclaration:
        return n.EventDeclaration(names(c)[0], text(c), places(c), span=span(c))

    def subject(self, c: list[Child]) -> n.SubjectDeclaration:
        return n.SubjectDeclaration(names(c)[0], text(c), span=span(c))

    def kind(self, c: list[Child]) -> n.KindDeclaration:
        return n.KindDeclaration(names(c)[0], text(c), every(c, n.Member), span=span(c))

    def member(self, c: list[Child]) -> n.Member:
        return n.Member(as_name(c[0]), text(c), span=span(c))

    def parameters(self, c: list[Child]) -> Parameters:
        return lent(Parameters, c, every(c, n.Parameter))

    def parameter(self, c: list[Child]) -> n.Parameter:
        return n.Parameter(*names(c), span=span(c))

    def fact(self, c: list[Child]) -> n.FactDeclaration:
        type_ = one(c, n.Type)
        assert type_ is not None, "the grammar demands a type"
        judged = has(c, "BY_JUDGEMENT")
        return n.FactDeclaration(names(c)[0], text(c), type_, judged, span=span(c))

    def term(self, c: list[Child]) -> n.TermDeclaration:
        type_ = one(c, n.Type)
        assert type_ is not None, "the grammar demands a type"
        marks = {mark[0].type for mark in every(c, Marks)}
        return n.TermDeclaration(
            names(c)[0],
            text(c),
            type_,
            "more" if "MORE_STRICTER" in marks else "less" if "LESS_STRICTER" in marks else None,
            "UNSPECIFIED" in marks,
            after(c, "EQUAL"),
            every(c, n.Cite),
            span=span(c),
        )

    def term_mark(self, c: list[Child]) -> Marks:
        return lent(Marks, c, c)

    def type(self, c: list[Child]) -> n.Type:
        return n.Type(c[0][0], *c[1:], span=span(c))

    def type_name(self, c: list[Child]) -> TypeName:
        fixed = {"YES_NO": "yes/no", "TIME_OF_DAY": "time of day"}
        return lent(TypeName, c, (fixed.get(c[0].type, c[0].text),))

    def bounds(self, c: list[Child]) -> n.Range:
        values = [child for child in c if not isinstance(child, Token)]
        return n.Range(values[0], values[1], closed=True, span=span(c))

    def assume(self, c: list[Child]) -> n.Assume:
        return n.Assume(c[1], span=span(c))
