"""Random syntax trees: documents of every kind of node, each one that a text can say.

`files()` is a Hypothesis strategy; `TreeMaker` draws from any `random.Random`. Nodes stand at no
place. Names in expressions are no words of the language; names that are declared may be.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from policyc.source import Source, Span
from policyc.syntax import nodes as n

NOWHERE = Span(Source("<tree>", ""), 0, 0)

NAMES = (
    "overdue", "unreachable", "x", "_y1", "逾期", "当期应还", "Äußerung", "ABC",
    "quite_a_long_name", "a_name_that_is_so_long_that_two_of_it_make_a_line_break",
)  # fmt: skip
WORDS = ("rule", "when", "count", "days", "规则", "天", "且", "阶段")
TEXTS = (
    "天星金融", 'say "so"', "back\\slash\\", "# no comment", "“一、1”", "", " spaces ",
    "\ta\rb\x0b",
    "a text that is so long that nothing of any length can stand beside it on one line",
)  # fmt: skip
DIGITS = ("0", "1", "3", "16", "12_000", "0.5", "007", "1_0.2_5")
UNITS = (
    "days", "day", "天", "日", "h", "小时", "min", "months", "个月", "years", "周", "CNY", "元",
    "USD",
)  # fmt: skip
TYPES = (*NAMES, *UNITS, "yes/no", "time of day", "count", "日期", "百分比", "weekday")
VERDICTS = (
    "allowed", "forbidden", "required", "discouraged", "recommended", "silent", "conflict",
    "undetermined",
)  # fmt: skip
COMPARATORS = ("=", "!=", "<", "<=", ">", ">=")

T = TypeVar("T")


def files() -> st.SearchStrategy[n.File]:
    """Files of one or two documents."""
    return st.randoms(use_true_random=False).map(lambda random: TreeMaker(random).file())


class TreeMaker:
    """Makes trees from one source of randomness."""

    def __init__(self, random: Random) -> None:
        self.random = random

    # choices

    def chance(self, of: int = 2) -> bool:
        return self.random.randrange(of) == of - 1

    def choice(self, things: Sequence[T]) -> T:
        return things[self.random.randrange(len(things))]

    def one_of(self, *makers: Callable[[], T]) -> T:
        return self.choice(makers)()

    def maybe(self, make: Callable[[], T]) -> T | None:
        return make() if self.chance() else None

    def some(self, make: Callable[[], T], least: int = 1, most: int = 3) -> tuple[T, ...]:
        return tuple(make() for _ in range(self.random.randint(least, most)))

    def make(self, kind: Callable[..., T], *parts: Any) -> T:
        return kind(*parts, span=NOWHERE)

    # names, texts and numbers

    def name(self) -> n.Name:
        return self.make(n.Name, self.choice(NAMES))

    def new_name(self) -> n.Name:
        return self.make(n.Name, self.choice((*NAMES, *WORDS)))

    def text(self) -> n.Text:
        return self.make(n.Text, self.choice(TEXTS))

    def dotted(self, least: int = 1) -> n.Dotted:
        return self.make(n.Dotted, self.some(lambda: self.choice(NAMES), least))

    def quantity(self) -> n.Quantity:
        return self.make(n.Quantity, self.choice(DIGITS), self.maybe(lambda: self.choice(UNITS)))

    def length(self) -> n.Quantity:
        return self.make(n.Quantity, self.choice(DIGITS), self.choice(UNITS))

    def date(self) -> n.DateLiteral:
        return self.make(n.DateLiteral, self.choice(("2025-03-31", "1999-12-01")))

    def amount(self) -> Any:
        return self.one_of(
            self.quantity,
            self.date,
            lambda: self.make(n.Percentage, self.choice(DIGITS)),
            lambda: self.make(n.Money, self.choice("¥￥$€£"), self.choice(DIGITS)),
            lambda: self.make(n.TimeLiteral, self.choice(("20:00", "8:05:30", "07：59"))),
        )

    def literal(self) -> Any:
        found = self.amount()
        return self.make(n.Negative, found) if self.chance(5) else found

    # patterns

    def argument(self) -> n.Argument:
        how = self.choice(("any", "same", "among", "but"))
        names = {"any": (), "same": (self.name(),)}.get(how) or self.some(self.name)
        return self.make(n.Argument, how, () if how == "any" else names, self.maybe(self.name))

    def call(self) -> n.Pattern:
        return self.make(n.Pattern, self.name(), self.some(self.argument))

    def pattern(self) -> n.Pattern:
        return self.call() if self.chance() else self.make(n.Pattern, self.name())

    def window(self) -> n.Window:
        how = self.choice(("today", "this week", "this month", "last", "since"))
        length = self.length() if how == "last" else None
        return self.make(n.Window, how, length, self.pattern() if how == "since" else None)

    # expressions: `depth` levels of parentheses at most

    def atom(self) -> Any:
        return self.one_of(
            self.amount,
            lambda: self.make(n.NameUse, self.choice(NAMES)),
            lambda: self.make(n.YesNoLiteral, self.chance()),
            lambda: self.make(n.StageUse),
            lambda: self.make(
                n.Count, self.pattern(), self.maybe(self.window), self.maybe(self.name)
            ),
            lambda: self.make(
                self.choice((n.Elapsed, n.ElapsedDays, n.Ever)),
                self.pattern(),
                self.maybe(self.name),
            ),
        )

    def factor(self, depth: int) -> Any:
        match self.random.randrange(9):
            case 8:
                return self.make(n.Negative, self.factor(depth - 1) if depth else self.atom())
            case 7:
                inner = self.factor(depth - 1) if depth else self.atom()
                return self.make(n.Share, self.choice(DIGITS), inner)
            case 6 | 5 if depth:
                return self.make(n.Group, self.condition(depth - 1))
            case _:
                return self.atom()

    def product(self, depth: int) -> Any:
        if not self.chance(4):
            return self.factor(depth)
        parts = self.some(lambda: self.factor(depth), 2)
        return self.make(n.Product, parts, ("*", *(self.choice("*/") for _ in parts[1:])))

    def value(self, depth: int = 1) -> Any:
        if not self.chance(4):
            return self.product(depth)
        parts = self.some(lambda: self.product(depth), 2)
        return self.make(n.Sum, parts, ("+", *(self.choice("+-") for _ in parts[1:])))

    def range(self, depth: int = 1, *, closed: bool | None = None) -> n.Range:
        closes = self.chance() if closed is None else closed
        end = self.value(depth) if closes else self.maybe(lambda: self.value(depth))
        return self.make(n.Range, self.value(depth), end, closes)

    def comparison(self, depth: int) -> Any:
        match self.random.randrange(6):
            case 5:
                operands = self.some(lambda: self.value(depth), 2)
                operators = tuple(self.choice(COMPARATORS) for _ in operands[1:])
                return self.make(n.Comparison, operands, operators)
            case 4:
                collection = self.range(depth, closed=False)
                return self.make(n.Membership, self.value(depth), collection)
            case 3:
                listed = self.make(n.Listed, self.some(lambda: self.value(depth), 1, 6))
                collections = (listed, self.range(depth, closed=True))
                found = self.choice(collections)
                return self.make(n.Membership, self.value(depth), found, self.chance())
            case _:
                return self.value(depth)

    def negation(self, depth: int) -> Any:
        found = self.comparison(depth)
        for _ in range(self.choice((0, 0, 0, 1, 2))):
            found = self.make(n.Negation, found)
        return found

    def conjunction(self, depth: int) -> Any:
        if not self.chance(4):
            return self.negation(depth)
        return self.make(n.Conjunction, self.some(lambda: self.negation(depth), 2, 4))

    def condition(self, depth: int = 1) -> Any:
        if not self.chance(4):
            return self.conjunction(depth)
        return self.make(n.Disjunction, self.some(lambda: self.conjunction(depth), 2, 2))

    # rules

    def cites(self) -> tuple[n.Cite, ...]:
        return self.some(lambda: self.make(n.Cite, self.name(), self.maybe(self.text)), 0, 2)

    def effect(self) -> Any:
        plain = (n.Permission, n.Prohibition, n.AdviceAgainst, n.Advice)
        return self.one_of(
            lambda: self.make(self.choice(plain), self.pattern()),
            lambda: self.make(n.Obligation, self.pattern(), self.maybe(self.deadline)),
            lambda: self.make(n.ConditionDuty, self.condition(), self.pattern()),
            lambda: self.make(
                n.Limit,
                self.pattern(),
                self.choice(DIGITS),
                self.period(),
                self.maybe(self.name),
            ),
        )

    def deadline(self) -> n.Deadline:
        return self.make(n.Deadline, self.length(), self.maybe(self.pattern))

    def period(self) -> n.Period:
        how = self.choice(("day", "week", "month", "any"))
        return self.make(n.Period, how, self.length() if how == "any" else None)

    def rule(self, *, named: bool = True) -> n.Rule:
        head = self.make(
            n.RuleHead,
            self.new_name(),
            self.maybe(self.text),
            self.chance(),
            self.some(self.dotted, 0),
        )
        return self.make(
            n.Rule,
            head if named else None,
            self.maybe(self.condition),
            self.some(self.effect),
            self.maybe(self.condition),
            self.some(self.effect, 0, 2),
            self.cites(),
        )

    # statements

    def labelled(self, kind: Callable[..., T], *parts: Any) -> T:
        return self.make(kind, self.new_name(), self.maybe(self.text), *parts)

    def kind(self) -> n.KindDeclaration:
        return self.labelled(n.KindDeclaration, self.some(lambda: self.labelled(n.Member), 1, 9))

    def signature(self) -> Any:
        parameter = lambda: self.make(n.Parameter, self.name(), self.maybe(self.name))  # noqa: E731  # read beside its one use
        places = self.some(parameter, 0)
        if self.chance():
            return self.labelled(n.EventDeclaration, places)
        return self.labelled(n.ActionDeclaration, places, self.chance())

    def type(self) -> n.Type:
        bounds = self.make(n.Range, self.literal(), self.literal(), True)
        return self.make(n.Type, self.choice(TYPES), self.choice((None, bounds)))

    def term(self) -> n.TermDeclaration:
        stricter = self.choice((None, "more", "less"))
        value = self.maybe(self.value)
        return self.labelled(
            n.TermDeclaration, self.type(), stricter, self.chance(), value, self.cites()
        )

    def source(self) -> n.SourceDeclaration:
        attestation = self.choice((None, "official", "secondary", "unverified"))
        return self.labelled(
            n.SourceDeclaration, self.maybe(self.date), self.maybe(self.text), attestation
        )

    def stages(self) -> n.Stages:
        stage = lambda: self.labelled(n.StageRange, self.range())  # noqa: E731  # read beside its one use
        return self.make(n.Stages, self.name(), self.some(stage, 1, 4))

    def set_term(self) -> n.SetTerm:
        value, found = self.choice(((None, None), (self.value(), None), (None, self.range())))
        return self.make(n.SetTerm, self.new_name(), value, found, self.cites())

    def part(self) -> Any:
        return self.one_of(
            lambda: self.make(n.Given, self.some(self.condition, 1, 4)),
            lambda: self.make(n.Ask, self.pattern()),
            lambda: self.make(n.On, self.date()),
            lambda: self.make(
                n.Expect,
                self.dotted(),
                self.maybe(lambda: self.some(self.argument)),
                self.verdict(),
                self.maybe(self.dotted),
            ),
        )

    def verdict(self) -> n.Verdict:
        return self.make(n.Verdict, self.choice(VERDICTS))

    def cell(self) -> n.Cell:
        return self.one_of(
            lambda: self.make(n.Cell, None),
            lambda: self.make(n.Cell, "ask"),
            lambda: self.make(n.Cell, self.verdict()),
            lambda: self.make(n.Cell, self.value()),
            lambda: self.make(n.Cell, self.call()),
            lambda: self.make(n.Cell, self.dotted(2)),
        )

    def table(self) -> n.Table:
        row = lambda: self.make(n.Row, self.some(self.cell, 1, 4))  # noqa: E731  # read beside its one use
        return self.make(n.Table, self.text(), self.some(self.part, 0), self.some(row, 1, 4))

    def prove(self) -> n.Prove:
        return self.make(
            n.Prove,
            self.maybe(self.text),
            self.pattern(),
            self.choice(("is", "not", "never", "always")),
            self.verdict(),
            self.maybe(self.condition),
            self.maybe(self.condition),
        )

    def item(self) -> Any:
        return self.one_of(
            lambda: self.make(n.Uses, self.some(self.dotted, 1, 9)),
            lambda: self.labelled(n.SubjectDeclaration),
            self.kind,
            self.signature,
            lambda: self.labelled(n.FactDeclaration, self.type(), self.chance()),
            self.term,
            lambda: self.make(n.Assume, self.condition(2)),
            lambda: self.make(n.Published, self.date()),
            lambda: self.make(n.Effective, self.date(), self.maybe(self.date)),
            lambda: self.make(n.SubjectTo, self.some(self.dotted)),
            lambda: self.make(n.Scope, self.condition()),
            self.source,
            self.stages,
            lambda: self.make(n.Includes, self.some(self.dotted)),
            lambda: self.labelled(n.Define, self.condition()),
            self.set_term,
            lambda: self.make(n.Default, self.effect(), self.cites()),
            lambda: self.make(n.Unmodelled, self.text(), self.text(), self.cites()),
            self.rule,
            self.rule,
            lambda: self.rule(named=False),
            lambda: self.make(n.Test, self.text(), self.some(self.part)),
            lambda: self.make(n.Scenario, self.text(), self.some(self.part)),
            self.table,
            self.prove,
        )

    # documents

    def items(self, least: int) -> tuple[Any, ...]:
        """Statements that can be told apart: a proof takes the `when` after it for its own."""
        found: list[Any] = []
        for item in self.some(self.item, least, 2):
            last = found[-1] if found else None
            open_proof = isinstance(last, n.Prove) and last.when is last.unless is None
            if not (open_proof and isinstance(item, n.Rule) and item.head is None):
                found.append(item)
        return tuple(found)

    def file(self) -> n.File:
        first = self.make(n.Document, None, self.items(1))
        kinds = self.some(lambda: self.choice(("vocabulary", "policy", "scenarios")), 0, 1)
        others = tuple(
            self.make(
                n.Document,
                self.make(n.Heading, kind, self.new_name(), self.maybe(self.text)),
                self.items(0),
            )
            for kind in kinds
        )
        documents = others if others and self.chance() else (first, *others)
        return n.File(NOWHERE.source, documents)
