"""What policies say besides rules.

One method per named rule of the grammar; each gets the rule's tokens and nodes in order.
"""

from policyc.syntax import nodes as n
from policyc.syntax.build.children import (
    Child,
    Marks,
    after,
    as_name,
    dates,
    every,
    first_token,
    lent,
    names,
    one,
    some_text,
    span,
    text,
)


class Policies:
    """What policies say besides rules."""

    def published(self, c: list[Child]) -> n.Published:
        return n.Published(dates(c)[0], span=span(c))

    def effective(self, c: list[Child]) -> n.Effective:
        return n.Effective(*dates(c), span=span(c))

    def scope(self, c: list[Child]) -> n.Scope:
        return n.Scope(c[2], span=span(c))

    def source(self, c: list[Child]) -> n.SourceDeclaration:
        marks = [token for mark in every(c, Marks) for token in mark]
        attested = first_token(marks, "OFFICIAL", "SECONDARY", "UNVERIFIED")
        return n.SourceDeclaration(
            names(c)[0],
            text(c),
            next(iter(dates(marks)), None),
            text(marks),
            attested.type.lower() if attested else None,  # type: ignore[arg-type]  # the three terminals above
            span=span(c),
        )

    def source_mark(self, c: list[Child]) -> Marks:
        return lent(Marks, c, c)

    def stages(self, c: list[Child]) -> n.Stages:
        return n.Stages(names(c)[0], every(c, n.StageRange), span=span(c))

    def stage_range(self, c: list[Child]) -> n.StageRange:
        return n.StageRange(as_name(c[0]), text(c), c[-1], span=span(c))

    def define(self, c: list[Child]) -> n.Define:
        return n.Define(names(c)[0], text(c), c[-1], span=span(c))

    def set(self, c: list[Child]) -> n.SetTerm:
        return n.SetTerm(
            names(c)[0], after(c, "EQUAL"), one(c, n.Range), every(c, n.Cite), span=span(c)
        )

    def default(self, c: list[Child]) -> n.Default:
        return n.Default(c[1], every(c, n.Cite), span=span(c))

    def unmodelled(self, c: list[Child]) -> n.Unmodelled:
        return n.Unmodelled(some_text(c), some_text(c, 1), every(c, n.Cite), span=span(c))

    def cite(self, c: list[Child]) -> n.Cite:
        return n.Cite(names(c)[0], text(c), span=span(c))
