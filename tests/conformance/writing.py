"""How the suites are written: a policy as text, and once more as plain Python, rule by rule.

The Python side shares nothing with policyc. It is what a reader of the policy would say of a case:
which rules speak of the action, which of them apply, which are overridden, what is left.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Any, TypeAlias

import attrs

Facts: TypeAlias = Mapping[str, Any]
Holds: TypeAlias = Callable[[Facts], bool]
Action: TypeAlias = tuple[str, ...]
"""A name and its arguments: `("contact", "borrower", "phone")`."""


def always(_: Facts) -> bool:
    """Holds in every case."""
    return True


@attrs.frozen
class Says:
    """One effect of a rule, as its reader understands it.

    `about` gives the name of the action and, for each argument, the members that are meant;
    `None` is any. `when` is the whole condition: scope, `when` and `unless`.
    """

    rule: str
    effect: str
    about: tuple[str | set[str] | None, ...]
    when: Holds = always
    overrides: tuple[str, ...] = ()
    rebuttable: bool = False

    def covers(self, action: Action) -> bool:
        """Whether the rule speaks of an action."""
        return action[0] == self.about[0] and all(
            meant is None or argument in meant
            for argument, meant in zip(action[1:], self.about[1:], strict=False)
        )


@attrs.frozen
class Owes:
    """A duty: what a rule wants to hold when the action is done."""

    rule: str
    about: tuple[str | set[str] | None, ...]
    wants: Holds
    when: Holds = always


@attrs.frozen
class Expected:
    """What the policy says of one action in one case; `verdicts` where it is undetermined."""

    verdict: str
    rules: tuple[tuple[str, str], ...] = ()
    defeated: tuple[tuple[str, str], ...] = ()
    duties: tuple[tuple[str, bool], ...] = ()
    rebuttable: bool = False


@attrs.frozen
class Meant:
    """A policy as plain Python."""

    rules: tuple[Says, ...]
    defaults: tuple[Says, ...] = ()
    duties: tuple[Owes, ...] = ()

    def says(self, action: Action, facts: Facts) -> Expected:
        """The verdict by the four steps of the language's meaning."""
        applying = [r for r in self.rules if r.covers(action) and r.when(facts)]

        def beaten(rule: str) -> bool:
            return any(rule in above.overrides and not beaten(above.rule) for above in applying)

        live = [r for r in applying if not beaten(r.rule)]
        if not {r.effect for r in live} & {"allow", "forbid", "require"}:
            live += [r for r in self.defaults if r.covers(action) and r.when(facts)]
        verdict, effects = _verdict({r.effect for r in live})
        deciding = [r for r in live if r.effect in effects]
        return Expected(
            verdict,
            _named(live),
            _named(r for r in applying if beaten(r.rule)),
            tuple(
                (duty.rule, duty.wants(facts))
                for duty in self.duties
                if Says(duty.rule, "", duty.about).covers(action) and duty.when(facts)
            ),
            bool(deciding) and all(r.rebuttable for r in deciding),
        )


def _verdict(effects: set[str]) -> tuple[str, set[str]]:
    """The verdict of live effects, and the effects that it rests on."""
    if effects >= {"forbid", "require"}:
        return "conflict", {"forbid", "require"}
    for effect, verdict in (
        ("forbid", "forbidden"),
        ("require", "required"),
        ("discourage", "discouraged"),
        ("recommend", "recommended"),
        ("allow", "allowed"),
    ):
        if effect in effects:
            return verdict, {effect}
    return "silent", set()


def _named(rules: Iterable[Says]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((r.rule, r.effect) for r in rules))


@attrs.frozen
class Question:
    """One action asked about in one case."""

    ask: str
    facts: Facts


@attrs.frozen
class Open:
    """A question whose case leaves something unknown, and cases that complete it.

    The completions between them give every verdict that the case may have.
    """

    ask: str
    facts: Facts
    completions: tuple[Facts, ...]


@attrs.frozen
class Told:
    """A question with its answer written by hand, where a case is stated in another form."""

    ask: str
    facts: Facts
    expected: Expected


@attrs.frozen
class Suite:
    """A policy, what it means, and what is asked of it.

    `needs` names what an engine must be able to read: `history` (a list of what happened),
    `literals` (values as texts with units), `names` (labels and other spellings of facts).
    """

    name: str
    title: str
    text: str
    meant: Meant
    questions: Sequence[Question | Open | Told]
    policy: str = "lender"
    needs: tuple[str, ...] = ()

    def decisions(self) -> Iterator[dict[str, Any]]:
        """Every question with what it must be answered, as JSON holds it."""
        for question in self.questions:
            match question:
                case Question(ask, facts):
                    yield _json(ask, facts, self.meant.says(action_of(ask), facts))
                case Told(ask, facts, expected):
                    yield _json(ask, facts, expected)
                case Open():
                    yield self._open(question)

    def _open(self, question: Open) -> dict[str, Any]:
        """An undetermined question, or one that every completion answers alike."""
        action = action_of(question.ask)
        completed = [{**question.facts, **more} for more in question.completions]
        answers = [self.meant.says(action, facts) for facts in completed]
        verdicts = sorted({answer.verdict for answer in answers})
        return {
            "ask": question.ask,
            "facts": json_of(question.facts),
            "verdict": verdicts[0] if len(verdicts) == 1 else "undetermined",
            "verdicts": verdicts,
            "completions": [
                {"facts": json_of(more), "verdict": answer.verdict}
                for more, answer in zip(question.completions, answers, strict=True)
            ],
        }


def _json(ask: str, facts: Facts, expected: Expected) -> dict[str, Any]:
    return {
        "ask": ask,
        "facts": json_of(facts),
        "verdict": expected.verdict,
        "rules": [{"rule": rule, "effect": effect} for rule, effect in expected.rules],
        "defeated": [{"rule": rule, "effect": effect} for rule, effect in expected.defeated],
        "duties": [{"rule": rule, "met": met} for rule, met in expected.duties],
        "rebuttable": expected.rebuttable,
    }


def action_of(ask: str) -> Action:
    """The action that a text is."""
    name, _, arguments = ask.rstrip(")").partition("(")
    return (name, *(part.strip() for part in arguments.split(",") if part.strip()))


def json_of(value: Any) -> Any:
    """A value as JSON holds it: a decimal as the number that has just this value."""
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        near = float(value)
        if Decimal(repr(near)) != value:
            raise ValueError(f"no JSON number is {value}")
        return near
    if isinstance(value, Mapping):
        return {key: json_of(part) for key, part in value.items()}
    return [json_of(part) for part in value] if isinstance(value, list) else value


def every(asks: Iterable[str], **facts: Iterable[Any]) -> list[Question]:
    """Each action in each combination of facts; `__` in a name stands for a space or a sign."""
    names = list(facts)
    return [
        Question(ask, dict(zip(names, values, strict=True)))
        for ask in asks
        for values in product(*facts.values())
    ]


def each(ask: str, key: str, values: Iterable[Any]) -> list[Question]:
    """One action for each value of one fact."""
    return [Question(ask, {key: value}) for value in values]
