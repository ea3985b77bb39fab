"""From what the parser reduces to nodes: one method per named rule of the grammar.

Each method gets the rule's tokens and nodes in order, punctuation included, so that a node's span
runs from its first child to its last.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, TypeVar

from policyc.source import Span
from policyc.syntax import nodes as n
from policyc.syntax.lexer import Token, text_value

Child: TypeAlias = Any
"""A `Token` or a node: the grammar decides which, and this module mirrors the grammar."""

T = TypeVar("T")


def _span(children: list[Child]) -> Span:
    first, last = children[0], children[-1]
    start = first if isinstance(first, Token) else first.span
    end = last if isinstance(last, Token) else last.span
    return Span(start.source, start.start, end.end)


def _all(children: Iterable[Child], kind: type[T]) -> tuple[T, ...]:
    return tuple(child for child in children if isinstance(child, kind))


def _one(children: Iterable[Child], kind: type[T]) -> T | None:
    return next((child for child in children if isinstance(child, kind)), None)


def _tokens(children: Iterable[Child], *types: str) -> list[Token]:
    return [c for c in children if isinstance(c, Token) and c.type in types]


def _token(children: Iterable[Child], *types: str) -> Token | None:
    return next(iter(_tokens(children, *types)), None)


def _has(children: Iterable[Child], type_: str) -> bool:
    return _token(children, type_) is not None


def _name(token: Token) -> n.Name:
    return n.Name(token.text, span=token.span)


def _names(children: Iterable[Child]) -> tuple[n.Name, ...]:
    return tuple(_name(token) for token in _tokens(children, "NAME"))


def _text(children: Iterable[Child], place: int = 0) -> n.Text | None:
    found = _tokens(children, "STRING")
    return n.Text(text_value(found[place]), span=found[place].span) if place < len(found) else None


def _some_text(children: Iterable[Child], place: int = 0) -> n.Text:
    text = _text(children, place)
    assert text is not None, "the grammar demands a text"
    return text


def _dates(children: Iterable[Child]) -> tuple[n.DateLiteral, ...]:
    return tuple(n.DateLiteral(t.text, span=t.span) for t in _tokens(children, "DATE"))


class _Labelled(tuple[Any, ...]):
    """A part that lends its content to the node around it."""

    span: Span


class _Parameters(_Labelled):
    """Parameters of an action or event."""


class _Arguments(_Labelled):
    """Arguments of an expected action."""


class _Effects(_Labelled):
    """The effects of a rule or of its `otherwise`."""


class _Overrides(_Labelled):
    """The rules that a rule overrides."""


class _When(_Labelled):
    """The condition of a rule."""


class _Unless(_Labelled):
    """The exemption of a rule."""


class _Otherwise(_Labelled):
    """The effects where the condition does not hold."""


class _Marks(_Labelled):
    """A mark's tokens."""


class _TypeName(_Labelled):
    """A type's name."""


class _Operator(_Labelled):
    """A comparison's operator."""


Lent = TypeVar("Lent", bound=_Labelled)


def _lend(kind: type[Lent], children: list[Child], parts: Iterable[Any]) -> Lent:
    lent = kind(parts)
    lent.span = _span(children)
    return lent


def _chain(node: Callable[..., Any], first: str) -> Callable[[list[Child]], Any]:
    """A builder for `a op b op c`: parts, and an operator for each, `first` for the first."""

    def build(children: list[Child]) -> Any:
        operators = tuple(token.text for token in children[1::2])
        return node(tuple(children[0::2]), (first, *operators), span=_span(children))

    return build


def _parts(node: Callable[..., Any]) -> Callable[[list[Child]], Any]:
    """A builder for `a word b word c`."""
    return lambda children: node(tuple(children[0::2]), span=_span(children))


def _documents(node: Callable[..., Any]) -> Callable[[list[Child]], Any]:
    return lambda children: node(_all(children, n.Dotted), span=_span(children))


def _patterned(node: Callable[..., Any]) -> Callable[[list[Child]], Any]:
    """A builder for one pattern with one more part, perhaps missing."""
    return lambda children: node(children[1], *children[2:3], span=_span(children))


def _signature(node: Callable[..., Any]) -> Callable[[list[Child]], Any]:
    def build(children: list[Child]) -> Any:
        parameters = tuple(_one(children, _Parameters) or ())
        return node(_names(children)[0], _text(children), parameters, span=_span(children))

    return build


def _asking(node: Callable[..., Any]) -> Callable[[list[Child]], Any]:
    """A builder for `since(pattern, for each subject)` and its like."""
    return lambda children: node(
        _one(children, n.Pattern), _one(children, n.Name), span=_span(children)
    )


class Builder:
    """The parser's callbacks."""

    # headings and vocabularies

    def facts(self, c: list[Child]) -> n.Given:
        return n.Given(tuple(c[0::2]), span=_span(c))

    def query(self, c: list[Child]) -> n.Ask:
        return n.Ask(c[0], span=_span(c))

    def heading(self, c: list[Child]) -> n.Heading:
        return n.Heading(c[0][0].type.lower(), _names(c)[0], _text(c), span=_span(c))

    def document_kind(self, c: list[Child]) -> _Marks:
        return _lend(_Marks, c, c)

    uses = staticmethod(_documents(n.Uses))
    subject_to = staticmethod(_documents(n.SubjectTo))
    includes = staticmethod(_documents(n.Includes))
    action = staticmethod(_signature(n.ActionDeclaration))
    event = staticmethod(_signature(n.EventDeclaration))

    def subject(self, c: list[Child]) -> n.SubjectDeclaration:
        return n.SubjectDeclaration(_names(c)[0], _text(c), span=_span(c))

    def kind(self, c: list[Child]) -> n.KindDeclaration:
        return n.KindDeclaration(_names(c)[0], _text(c), _all(c, n.Member), span=_span(c))

    def member(self, c: list[Child]) -> n.Member:
        return n.Member(_name(c[0]), _text(c), span=_span(c))

    def parameters(self, c: list[Child]) -> _Parameters:
        return _lend(_Parameters, c, _all(c, n.Parameter))

    def parameter(self, c: list[Child]) -> n.Parameter:
        return n.Parameter(*_names(c), span=_span(c))

    def fact(self, c: list[Child]) -> n.FactDeclaration:
        type_ = _one(c, n.Type)
        assert type_ is not None, "the grammar demands a type"
        judged = _has(c, "BY_JUDGEMENT")
        return n.FactDeclaration(_names(c)[0], _text(c), type_, judged, span=_span(c))

    def term(self, c: list[Child]) -> n.TermDeclaration:
        type_ = _one(c, n.Type)
        assert type_ is not None, "the grammar demands a type"
        marks = {mark[0].type for mark in _all(c, _Marks)}
        return n.TermDeclaration(
            _names(c)[0],
            _text(c),
            type_,
            "more" if "MORE_STRICTER" in marks else "less" if "LESS_STRICTER" in marks else None,
            "UNSPECIFIED" in marks,
            _after(c, "EQUAL"),
            _all(c, n.Cite),
            span=_span(c),
        )

    def term_mark(self, c: list[Child]) -> _Marks:
        return _lend(_Marks, c, c)

    def type(self, c: list[Child]) -> n.Type:
        return n.Type(c[0][0], *c[1:], span=_span(c))

    def type_name(self, c: list[Child]) -> _TypeName:
        fixed = {"YES_NO": "yes/no", "TIME_OF_DAY": "time of day"}
        return _lend(_TypeName, c, (fixed.get(c[0].type, c[0].text),))

    def bounds(self, c: list[Child]) -> n.Range:
        values = [child for child in c if not isinstance(child, Token)]
        return n.Range(values[0], values[1], closed=True, span=_span(c))

    def assume(self, c: list[Child]) -> n.Assume:
        return n.Assume(c[1], span=_span(c))

    # policies

    def published(self, c: list[Child]) -> n.Published:
        return n.Published(_dates(c)[0], span=_span(c))

    def effective(self, c: list[Child]) -> n.Effective:
        return n.Effective(*_dates(c), span=_span(c))

    def scope(self, c: list[Child]) -> n.Scope:
        return n.Scope(c[2], span=_span(c))

    def source(self, c: list[Child]) -> n.SourceDeclaration:
        marks = [token for mark in _all(c, _Marks) for token in mark]
        attested = _token(marks, "OFFICIAL", "SECONDARY", "UNVERIFIED")
        return n.SourceDeclaration(
            _names(c)[0],
            _text(c),
            next(iter(_dates(marks)), None),
            _text(marks),
            attested.type.lower() if attested else None,  # type: ignore[arg-type]  # the three terminals above
            span=_span(c),
        )

    def source_mark(self, c: list[Child]) -> _Marks:
        return _lend(_Marks, c, c)

    def stages(self, c: list[Child]) -> n.Stages:
        return n.Stages(_names(c)[0], _all(c, n.StageRange), span=_span(c))

    def stage_range(self, c: list[Child]) -> n.StageRange:
        return n.StageRange(_name(c[0]), _text(c), c[-1], span=_span(c))

    def define(self, c: list[Child]) -> n.Define:
        return n.Define(_names(c)[0], _text(c), c[-1], span=_span(c))

    def set(self, c: list[Child]) -> n.SetTerm:
        return n.SetTerm(
            _names(c)[0], _after(c, "EQUAL"), _one(c, n.Range), _all(c, n.Cite), span=_span(c)
        )

    def default(self, c: list[Child]) -> n.Default:
        return n.Default(c[1], _all(c, n.Cite), span=_span(c))

    def unmodelled(self, c: list[Child]) -> n.Unmodelled:
        return n.Unmodelled(_some_text(c), _some_text(c, 1), _all(c, n.Cite), span=_span(c))

    def cite(self, c: list[Child]) -> n.Cite:
        return n.Cite(_names(c)[0], _text(c), span=_span(c))

    # rules

    def rule(self, c: list[Child]) -> n.Rule:
        when, unless, otherwise = _one(c, _When), _one(c, _Unless), _one(c, _Otherwise)
        effects = _one(c, _Effects)
        return n.Rule(
            _one(c, n.RuleHead),
            when[0] if when else None,
            tuple(effects or ()),
            unless[0] if unless else None,
            tuple(otherwise or ()),
            _all(c, n.Cite),
            span=_span(c),
        )

    def rule_head(self, c: list[Child]) -> n.RuleHead:
        overrides = tuple(_one(c, _Overrides) or ())
        return n.RuleHead(
            _names(c)[0], _text(c), _has(c, "REBUTTABLE"), overrides, span=_span(c)
        )

    def overrides(self, c: list[Child]) -> _Overrides:
        return _lend(_Overrides, c, _all(c, n.Dotted))

    def when(self, c: list[Child]) -> _When:
        return _lend(_When, c, (c[1],))

    def unless(self, c: list[Child]) -> _Unless:
        return _lend(_Unless, c, (c[1],))

    def otherwise(self, c: list[Child]) -> _Otherwise:
        return _lend(_Otherwise, c, c[1])

    def effects(self, c: list[Child]) -> _Effects:
        return _lend(_Effects, c, c[0::2])

    permission = staticmethod(_patterned(n.Permission))
    prohibition = staticmethod(_patterned(n.Prohibition))
    advice_against = staticmethod(_patterned(n.AdviceAgainst))
    advice = staticmethod(_patterned(n.Advice))
    obligation = staticmethod(_patterned(n.Obligation))

    def condition_duty(self, c: list[Child]) -> n.ConditionDuty:
        return n.ConditionDuty(c[1], c[3], span=_span(c))

    def limit(self, c: list[Child]) -> n.Limit:
        number = _tokens(c, "NUMBER")[0].text
        period = _one(c, n.Period)
        assert period is not None, "the grammar demands a period"
        return n.Limit(c[1], number, period, _one(c, n.Name), span=_span(c))

    def period(self, c: list[Child]) -> n.Period:
        how = c[0].type.removeprefix("PER_").lower() if len(c) == 1 else "any"
        return n.Period(how, _one(c, n.Quantity), span=_span(c))  # type: ignore[arg-type]  # the period terminals

    def for_each(self, c: list[Child]) -> n.Name:
        return _name(c[1])

    def deadline(self, c: list[Child]) -> n.Deadline:
        return n.Deadline(c[1], _one(c, n.Pattern), span=_span(c))

    # patterns

    def pattern(self, c: list[Child]) -> n.Pattern:
        arguments = _all(c, n.Argument) if len(c) > 1 else None
        return n.Pattern(_name(c[0]), arguments, span=_span(c))

    def argument(self, c: list[Child]) -> n.Argument:
        choice: n.Argument = c[-1]
        if len(c) == 1:
            return choice
        return n.Argument(choice.how, choice.names, _name(c[0]), span=_span(c))

    def choice(self, c: list[Child]) -> n.Argument:
        hows = {"ANY": "any", "SAME": "same", "NOT": "but"}
        return n.Argument(hows.get(c[0].type, "among"), _names(c), span=_span(c))  # type: ignore[arg-type]  # the values above

    # expressions

    disjunction = staticmethod(_parts(n.Disjunction))
    conjunction = staticmethod(_parts(n.Conjunction))
    sum = staticmethod(_chain(n.Sum, "+"))
    product = staticmethod(_chain(n.Product, "*"))
    elapsed = staticmethod(_asking(n.Elapsed))
    elapsed_days = staticmethod(_asking(n.ElapsedDays))
    ever = staticmethod(_asking(n.Ever))

    def negation(self, c: list[Child]) -> n.Negation:
        return n.Negation(c[1], span=_span(c))

    def comparison(self, c: list[Child]) -> n.Comparison:
        operators = tuple(operator[0] for operator in c[1::2])
        return n.Comparison(tuple(c[0::2]), operators, span=_span(c))

    def comparator(self, c: list[Child]) -> _Operator:
        return _lend(_Operator, c, (c[0].text,))

    def membership(self, c: list[Child]) -> n.Membership:
        return n.Membership(c[0], c[-1], _has(c, "NOT"), span=_span(c))

    def listed(self, c: list[Child]) -> n.Listed:
        return n.Listed(tuple(c[1::2]), span=_span(c))

    def closed_range(self, c: list[Child]) -> n.Range:
        return n.Range(c[0], c[2], closed=True, span=_span(c))

    def from_range(self, c: list[Child]) -> n.Range:
        return n.Range(c[1], c[3] if len(c) > 3 else None, closed=False, span=_span(c))

    def negative(self, c: list[Child]) -> n.Negative:
        return n.Negative(c[1], span=_span(c))

    def share(self, c: list[Child]) -> n.Share:
        return n.Share(c[0].text, c[3], span=_span(c))

    def quantity(self, c: list[Child]) -> n.Quantity:
        return n.Quantity(c[0].text, c[1].text if len(c) > 1 else None, span=_span(c))

    def percentage(self, c: list[Child]) -> n.Percentage:
        return n.Percentage(c[0].text, span=_span(c))

    def money(self, c: list[Child]) -> n.Money:
        return n.Money(c[0].text, c[1].text, span=_span(c))

    def time(self, c: list[Child]) -> n.TimeLiteral:
        return n.TimeLiteral(c[0].text, span=_span(c))

    def date(self, c: list[Child]) -> n.DateLiteral:
        return n.DateLiteral(c[0].text, span=_span(c))

    def yes_no(self, c: list[Child]) -> n.YesNoLiteral:
        return n.YesNoLiteral(c[0].type == "YES", span=_span(c))

    def name(self, c: list[Child]) -> n.NameUse:
        return n.NameUse(c[0].text, span=_span(c))

    def stage(self, c: list[Child]) -> n.StageUse:
        return n.StageUse(span=_span(c))

    def group(self, c: list[Child]) -> n.Group:
        return n.Group(c[1], span=_span(c))

    def count(self, c: list[Child]) -> n.Count:
        return n.Count(c[2], _one(c, n.Window), _one(c, n.Name), span=_span(c))

    def window(self, c: list[Child]) -> n.Window:
        hows = {"SINCE_EVENT": "since"}
        how = hows.get(c[0].type, c[0].type.lower().replace("_", " "))
        return n.Window(how, _one(c, n.Quantity), _one(c, n.Pattern), span=_span(c))

    # tests and proofs

    def test(self, c: list[Child]) -> n.Test:
        return n.Test(_some_text(c), tuple(c[3:]), span=_span(c))

    def scenario(self, c: list[Child]) -> n.Scenario:
        return n.Scenario(_some_text(c), tuple(c[3:]), span=_span(c))

    def table(self, c: list[Child]) -> n.Table:
        parts = tuple(child for child in c[3:] if not isinstance(child, n.Row))
        return n.Table(_some_text(c), parts, _all(c, n.Row), span=_span(c))

    def given(self, c: list[Child]) -> n.Given:
        return n.Given(tuple(c[1::2]), span=_span(c))

    def ask(self, c: list[Child]) -> n.Ask:
        return n.Ask(c[1], span=_span(c))

    def on(self, c: list[Child]) -> n.On:
        return n.On(_dates(c)[0], span=_span(c))

    def expect(self, c: list[Child]) -> n.Expect:
        subject, *by = _all(c, n.Dotted)
        arguments = _one(c, _Arguments)
        verdict = _one(c, n.Verdict)
        assert verdict is not None, "the grammar demands a verdict"
        return n.Expect(
            subject,
            None if arguments is None else tuple(arguments),
            verdict,
            by[0] if by else None,
            span=_span(c),
        )

    def arguments(self, c: list[Child]) -> _Arguments:
        return _lend(_Arguments, c, _all(c, n.Argument))

    def row(self, c: list[Child]) -> n.Row:
        return n.Row(_all(c, n.Cell), span=_span(c))

    def cell(self, c: list[Child]) -> n.Cell:
        if isinstance(c[0], Token):
            return n.Cell("ask" if c[0].type == "ASK" else None, span=_span(c))
        return n.Cell(c[0], span=_span(c))

    def qualified(self, c: list[Child]) -> n.Dotted:
        return self.dotted(c)

    def called(self, c: list[Child]) -> n.Pattern:
        return self.pattern(c)

    def verdict(self, c: list[Child]) -> n.Verdict:
        return n.Verdict(c[0].type.lower(), span=_span(c))

    def prove(self, c: list[Child]) -> n.Prove:
        quantifier = _one(c, _Marks)
        unless = _one(c, _Unless)
        pattern, verdict = _one(c, n.Pattern), _one(c, n.Verdict)
        assert pattern is not None, "the grammar demands a pattern"
        assert verdict is not None, "the grammar demands a verdict"
        return n.Prove(
            _text(c),
            pattern,
            quantifier[0].type.lower() if quantifier else "is",
            verdict,
            _after(c, "WHEN"),
            unless[0] if unless else None,
            span=_span(c),
        )

    def quantifier(self, c: list[Child]) -> _Marks:
        return _lend(_Marks, c, c)

    def dotted(self, c: list[Child]) -> n.Dotted:
        return n.Dotted(tuple(token.text for token in c[0::2]), span=_span(c))


def _after(children: list[Child], type_: str) -> Any:
    """The child that follows a token of a type."""
    for place, child in enumerate(children):
        if isinstance(child, Token) and child.type == type_:
            return children[place + 1]
    return None
