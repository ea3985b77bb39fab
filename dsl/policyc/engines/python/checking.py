"""Checking: whether a case states facts of the policy, each with a value that the fact can have."""

import ast
import reprlib
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from math import ceil, floor
from typing import Literal, TypeAlias, assert_never, cast

import attrs

from policyc.core.axes import Domain, Members, Numbers, Value, YesNo
from policyc.core.numbers import Number, exact
from policyc.engines.python.comparing import constant, joined
from policyc.engines.python.making import made
from policyc.engines.python.reading import load
from policyc.engines.python.rows import Tables


class Problem(Enum):
    """What can be wrong with an entry of a case."""

    UNKNOWN_FACT = "unknown-fact"
    WRONG_TYPE = "wrong-type"
    NO_MEMBER = "no-member"
    TOO_SMALL = "too-small"
    TOO_LARGE = "too-large"
    OFF_STEP = "off-step"


_MESSAGES: Mapping[Problem, Mapping[Literal["en", "zh"], str]] = {
    Problem.UNKNOWN_FACT: {
        "en": "the policy has no fact `{fact}`",
        "zh": "政策中没有事实“{fact}”",
    },
    Problem.WRONG_TYPE: {
        "en": "`{fact}` takes {expected}, not {value}",
        "zh": "“{fact}”应为{expected}，不能是 {value}",
    },
    Problem.NO_MEMBER: {
        "en": "`{fact}` is one of {expected}, not {value}",
        "zh": "“{fact}”应为 {expected} 之一，不能是 {value}",
    },
    Problem.TOO_SMALL: {
        "en": "`{fact}` is at least {expected}, not {value}",
        "zh": "“{fact}”不得小于 {expected}，不能是 {value}",
    },
    Problem.TOO_LARGE: {
        "en": "`{fact}` is at most {expected}, not {value}",
        "zh": "“{fact}”不得大于 {expected}，不能是 {value}",
    },
    Problem.OFF_STEP: {
        "en": "`{fact}` is a multiple of {expected}, not {value}",
        "zh": "“{fact}”应为 {expected} 的整数倍，不能是 {value}",
    },
}

_TYPES: Mapping[str, Mapping[Literal["en", "zh"], str]] = {
    "yes/no": {"en": "true or false", "zh": "真或假"},
    "number": {"en": "an exact number", "zh": "精确的数"},
    "member": {"en": "a name", "zh": "名称"},
}

_LONGEST_TEXT = 80
"""No more characters of an input are shown; numbers of more bits are not written out."""
_LARGEST_EXPONENT = 100
"""A decimal number of a higher power of ten is not taken for a number."""


@attrs.frozen
class FactError:
    """One entry of a case that cannot be: which fact, and what bound, step or type it breaks."""

    fact: str
    problem: Problem
    value: object
    expected: Number | tuple[str, ...] | str = ""

    def message(self, language: Literal["en", "zh"] = "en") -> str:
        """What is wrong, in one sentence."""
        match self.expected:
            case tuple():
                expected = ", ".join(self.expected)
            case str():
                expected = _TYPES[self.expected][language] if self.expected else ""
            case _:
                expected = str(self.expected)
        return _MESSAGES[self.problem][language].format(
            fact=self.fact[:_LONGEST_TEXT], value=_shown(self.value), expected=expected
        )


def _shown(value: object) -> str:
    """A value that may be of any type and size, shortened."""
    if isinstance(value, int | Fraction):
        bits = max(value.numerator.bit_length(), value.denominator.bit_length())
        return str(value) if bits <= _LONGEST_TEXT else "…"
    text = reprlib.repr(value)
    return text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + "…"


@attrs.frozen
class Invalid:
    """The case states what cannot be; at least one error, in the order of its entries."""

    errors: tuple[FactError, ...]


Domains: TypeAlias = Mapping[str, Domain]


class Checker:
    """Checks cases; `domains` holds each key that a case may have."""

    def __init__(self, domains: Domains) -> None:
        self.domains = domains
        self._tests = _Tests(domains)

    def checked(self, case: Mapping[str, object]) -> Mapping[str, Value] | Invalid:
        """The case with exact numbers, or what is wrong with it."""
        try:
            tests = self._tests
            if all(tests[key](value) for key, value in case.items()):
                return cast("Mapping[str, Value]", case)
        except (KeyError, TypeError):
            pass  # looked into below, entry by entry
        return _checked(case, self.domains)


class _Tests(dict[str, Callable[[object], bool]]):
    """Quick tests of values by key, each made when it is first needed."""

    def __init__(self, domains: Domains) -> None:
        self._domains = domains

    def __missing__(self, key: str) -> Callable[[object], bool]:
        tables = Tables()
        test = passes(self._domains[key], "value", tables)
        self[key] = made(["value"], [ast.Return(test)], tables)
        return self[key]


def _checked(case: Mapping[str, object], domains: Domains) -> dict[str, Value] | Invalid:
    values: dict[str, Value] = {}
    errors: list[FactError] = []
    for key, given in case.items():
        if key not in domains:
            errors.append(FactError(key, Problem.UNKNOWN_FACT, given))
            continue
        value = _exact(given)
        error = _error(key, domains[key], given, value)
        if error is None:
            values[key] = cast("Value", value)
        else:
            errors.append(error)
    return Invalid(tuple(errors)) if errors else values


def _exact(value: object) -> object:
    """A number as the language has them; anything else as it is."""
    if isinstance(value, Decimal):
        small = value.is_finite() and abs(value.adjusted()) <= _LARGEST_EXPONENT
        return exact(Fraction(value)) if small else value
    return exact(value) if isinstance(value, Fraction) else value


def _error(key: str, domain: Domain, given: object, value: object) -> FactError | None:
    match domain:
        case YesNo():
            good = isinstance(value, bool)
            return None if good else FactError(key, Problem.WRONG_TYPE, given, "yes/no")
        case Members(kind):
            if not isinstance(value, str):
                return FactError(key, Problem.WRONG_TYPE, given, "member")
            good = value in kind.members
            return None if good else FactError(key, Problem.NO_MEMBER, given, kind.members)
        case Numbers():
            if value is None and domain.optional:
                return None
            if isinstance(value, bool) or not isinstance(value, int | Fraction):
                return FactError(key, Problem.WRONG_TYPE, given, "number")
            return _number_error(key, domain, given, value)
        case _:
            assert_never(domain)


def _number_error(key: str, domain: Numbers, given: object, value: Number) -> FactError | None:
    if domain.lower is not None and value < domain.lower:
        return FactError(key, Problem.TOO_SMALL, given, domain.lower)
    if domain.upper is not None and value > domain.upper:
        return FactError(key, Problem.TOO_LARGE, given, domain.upper)
    if domain.step is not None and value % domain.step:
        return FactError(key, Problem.OFF_STEP, given, domain.step)
    return None


def passes(domain: Domain, name: str, tables: Tables) -> ast.expr:
    """The expression that a variable holds a value of the domain.

    Quick for whole numbers; raises `TypeError` for some values that are of no domain.
    """
    match domain:
        case YesNo():
            both = [_is(load(name), constant(value)) for value in (True, False)]
            return ast.BoolOp(ast.Or(), both)
        case Members(kind):
            members = ast.Set([constant(member) for member in kind.members])
            return ast.Compare(load(name), [ast.In()], [members])
        case Numbers():
            whole = joined(ast.And(), list(_whole(domain, name, tables)))
            broken = ast.Call(tables.add(partial(_admits_fraction, domain)), [load(name)], [])
            never = [_is(load(name), constant(None))] if domain.optional else []
            return ast.BoolOp(ast.Or(), [*never, whole, broken])
        case _:
            assert_never(domain)


def _whole(domain: Numbers, name: str, tables: Tables) -> Iterator[ast.expr]:
    """The conditions under which a whole number is of the domain."""
    yield _is(ast.Call(load("type"), [load(name)], []), load("int"))
    low, high = domain.lower, domain.upper
    if low is not None and high is not None:
        limits = [load(name), constant(floor(high))]
        yield ast.Compare(constant(ceil(low)), [ast.LtE(), ast.LtE()], limits)
    elif low is not None:
        yield ast.Compare(load(name), [ast.GtE()], [constant(ceil(low))])
    elif high is not None:
        yield ast.Compare(load(name), [ast.LtE()], [constant(floor(high))])
    if domain.step is not None and 1 % domain.step:
        rest = ast.BinOp(load(name), ast.Mod(), tables.add(domain.step))
        yield ast.Compare(rest, [ast.Eq()], [constant(0)])


def _admits_fraction(domain: Numbers, value: object) -> bool:
    """Whether a value is a number of the domain that is not whole."""
    return isinstance(value, Fraction) and value.denominator != 1 and domain.admits(value)


def _is(left: ast.expr, right: ast.expr) -> ast.expr:
    return ast.Compare(left, [ast.Is()], [right])
