"""Rules, their effects, and patterns.

One method per named rule of the grammar; each gets the rule's tokens and nodes in order.
"""

from policyc.syntax import nodes as n
from policyc.syntax.build.children import (
    Child,
    Effects,
    Otherwise,
    Overrides,
    Unless,
    When,
    as_name,
    every,
    has,
    lent,
    names,
    of_pattern,
    one,
    span,
    text,
    tokens,
)


class Rules:
    """Rules, their effects, and patterns."""

    def rule(self, c: list[Child]) -> n.Rule:
        when, unless, otherwise = one(c, When), one(c, Unless), one(c, Otherwise)
        effects = one(c, Effects)
        return n.Rule(
            one(c, n.RuleHead),
            when[0] if when else None,
            tuple(effects or ()),
            unless[0] if unless else None,
            tuple(otherwise or ()),
            every(c, n.Cite),
            span=span(c),
        )

    def rule_head(self, c: list[Child]) -> n.RuleHead:
        overrides = tuple(one(c, Overrides) or ())
        return n.RuleHead(names(c)[0], text(c), has(c, "REBUTTABLE"), overrides, span=span(c))

    def overrides(self, c: list[Child]) -> Overrides:
        return lent(Overrides, c, every(c, n.Dotted))

    def when(self, c: list[Child]) -> When:
        return lent(When, c, (c[1],))

    def unless(self, c: list[Child]) -> Unless:
        return lent(Unless, c, (c[1],))

    def otherwise(self, c: list[Child]) -> Otherwise:
        return lent(Otherwise, c, c[1])

    def effects(self, c: list[Child]) -> Effects:
        return lent(Effects, c, c[0::2])

    permission = staticmethod(of_pattern(n.Permission))
    prohibition = staticmethod(of_pattern(n.Prohibition))
    advice_against = staticmethod(of_pattern(n.AdviceAgainst))
    advice = staticmethod(of_pattern(n.Advice))
    obligation = staticmethod(of_pattern(n.Obligation))

    def condition_duty(self, c: list[Child]) -> n.ConditionDuty:
        return n.ConditionDuty(c[1], c[3], span=span(c))

    def limit(self, c: list[Child]) -> n.Limit:
        number = tokens(c, "NUMBER")[0].text
        period = one(c, n.Period)
        assert period is not None, "the grammar demands a period"
        return n.Limit(c[1], number, period, one(c, n.Name), span=span(c))

    def period(self, c: list[Child]) -> n.Period:
        how = c[0].type.removeprefix("PER_").lower() if len(c) == 1 else "any"
        return n.Period(how, one(c, n.Quantity), span=span(c))  # type: ignore[arg-type]  # the period terminals

    def for_each(self, c: list[Child]) -> n.Name:
        return as_name(c[1])

    def deadline(self, c: list[Child]) -> n.Deadline:
        return n.Deadline(c[1], one(c, n.Pattern), span=span(c))

    def pattern(self, c: list[Child]) -> n.Pattern:
        arguments = every(c, n.Argument) if len(c) > 1 else None
        return n.Pattern(as_name(c[0]), arguments, span=span(c))

    def argument(self, c: list[Child]) -> n.Argument:
        choice: n.Argument = c[-1]
        if len(c) == 1:
            return choice
        return n.Argument(choice.how, choice.names, as_name(c[0]), span=span(c))

    def choice(self, c: list[Child]) -> n.Argument:
        hows = {"ANY": "any", "SAME": "same", "NOT": "but"}
        return n.Argument(hows.get(c[0].type, "among"), names(c), span=span(c))  # type: ignore[arg-type]  # the values above
