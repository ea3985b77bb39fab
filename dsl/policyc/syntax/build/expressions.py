"""Conditions and quantities.

One method per named rule of the grammar; each gets the rule's tokens and nodes in order.
"""

from policyc.syntax import nodes as n
from policyc.syntax.build.children import (
    Child,
    Operator,
    after,
    asking,
    chained,
    has,
    joined,
    lent,
    one,
    span,
)


class Expressions:
    """Conditions and quantities."""

    disjunction = staticmethod(joined(n.Disjunction))
    conjunction = staticmethod(joined(n.Conjunction))
    sum = staticmethod(chained(n.Sum, "+"))
    product = staticmethod(chained(n.Product, "*"))
    elapsed = staticmethod(asking(n.Elapsed))
    elapsed_days = staticmethod(asking(n.ElapsedDays))
    ever = staticmethod(asking(n.Ever))

    def negation(self, c: list[Child]) -> n.Negation:
        return n.Negation(c[1], span=span(c))

    def comparison(self, c: list[Child]) -> n.Comparison:
        operators = tuple(operator[0] for operator in c[1::2])
        return n.Comparison(tuple(c[0::2]), operators, span=span(c))

    def comparator(self, c: list[Child]) -> Operator:
        return lent(Operator, c, (c[0].text,))

    def membership(self, c: list[Child]) -> n.Membership:
        return n.Membership(c[0], c[-1], has(c, "NOT") or has(c, "NOT_IN"), span=span(c))

    def listed(self, c: list[Child]) -> n.Listed:
        return n.Listed(tuple(c[1::2]), span=span(c))

    def closed_range(self, c: list[Child]) -> n.Range:
        return n.Range(c[0], c[2], closed=True, span=span(c))

    def from_range(self, c: list[Child]) -> n.Range:
        return n.Range(c[1], after(c, "TO"), closed=False, span=span(c))

    def negative(self, c: list[Child]) -> n.Negative:
        return n.Negative(c[1], span=span(c))

    def share(self, c: list[Child]) -> n.Share:
        return n.Share(c[0].text, c[3], span=span(c))

    def quantity(self, c: list[Child]) -> n.Quantity:
        return n.Quantity(c[0].text, c[1].text if len(c) > 1 else None, span=span(c))

    def percentage(self, c: list[Child]) -> n.Percentage:
        return n.Percentage(c[0].text, span=span(c))

    def money(self, c: list[Child]) -> n.Money:
        return n.Money(c[0].text, c[1].text, span=span(c))

    def time(self, c: list[Child]) -> n.TimeLiteral:
        return n.TimeLiteral(c[0].text, span=span(c))

    def date(self, c: list[Child]) -> n.DateLiteral:
        return n.DateLiteral(c[0].text, span=span(c))

    def yes_no(self, c: list[Child]) -> n.YesNoLiteral:
        return n.YesNoLiteral(c[0].type == "YES", span=span(c))

    def name(self, c: list[Child]) -> n.NameUse:
        return n.NameUse(c[0].text, span=span(c))

    def stage(self, c: list[Child]) -> n.StageUse:
        return n.StageUse(span=span(c))

    def group(self, c: list[Child]) -> n.Group:
        return n.Group(c[1], span=span(c))

    def count(self, c: list[Child]) -> n.Count:
        return n.Count(c[2], one(c, n.Window), one(c, n.Name), span=span(c))

    def window(self, c: list[Child]) -> n.Window:
        hows = {"SINCE_EVENT": "since"}
        how = hows.get(c[0].type, c[0].type.lower().replace("_", " "))
        return n.Window(how, one(c, n.Quantity), one(c, n.Pattern), span=span(c))
