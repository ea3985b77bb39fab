"""Expressions mean what arithmetic and logic say: texts beside plain Python, over random cases."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policyc.core.actions import Ground
from policyc.core.meaning import decide
from policyc.core.policy import Policy, Verdict
from policyc.diagnostics.catalogue import typing
from policyc.diagnostics.diagnostic import Severity
from policyc.elaborate.elaborator import Elaborator
from policyc.library.library import open_source
from policyc.source import Source
from tests.whole.reading import OneFile

WORDS = """
vocabulary words
action call
fact days: days
fact hours: hours
fact minutes: minutes
fact p: yes/no
fact q: yes/no
fact r: yes/no

policy lender
uses words
rule r: when {} then allow call
"""

Case: TypeAlias = dict[str, Any]


@attrs.frozen
class Written:
    """A part of a sentence, and what plain Python makes of it in a case."""

    text: str
    value: Callable[[Case], Any]


SECONDS = {"days": 86_400, "hours": 3_600, "minutes": 60}
NUMBERS = st.integers(0, 50)


def _fact(unit: str) -> Written:
    return Written(unit, lambda case: Fraction(case[unit]) * SECONDS[unit])


def _length(number: int, unit: str) -> Written:
    return Written(f"{number} {unit}", lambda _: Fraction(number) * SECONDS[unit])


def _sum(left: Written, sign: str, right: Written) -> Written:
    factor = 1 if sign == "+" else -1
    return Written(
        f"({left.text} {sign} {right.text})",
        lambda case: left.value(case) + factor * right.value(case),
    )


def _product(part: Written, number: int) -> Written:
    return Written(f"{number} * {part.text}", lambda case: number * part.value(case))


def _quotient(part: Written, number: int) -> Written:
    return Written(f"({part.text}) / {number}", lambda case: part.value(case) / number)


def _share(part: Written, number: int) -> Written:
    return Written(f"{number}% of ({part.text})", lambda case: part.value(case) * number / 100)


UNITS = st.sampled_from(sorted(SECONDS))
AMOUNTS: st.SearchStrategy[Written] = st.recursive(
    UNITS.map(_fact) | st.builds(_length, NUMBERS, UNITS),
    lambda parts: (
        st.builds(_sum, parts, st.sampled_from("+-"), parts)
        | st.builds(_product, parts, st.integers(0, 5))
        | st.builds(_quotient, parts, st.integers(1, 5))
        | st.builds(_share, parts, st.integers(0, 200))
    ),
    max_leaves=6,
)
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def _compared(left: Written, operator: str, right: Written) -> Written:
    compare = COMPARISONS[operator]
    return Written(
        f"{left.text} {operator} {right.text}",
        lambda case: compare(left.value(case), right.value(case)),
    )


COMPARED = st.builds(_compared, AMOUNTS, st.sampled_from(sorted(COMPARISONS)), AMOUNTS)


def _yes(name: str) -> Written:
    return Written(name, lambda case: case[name])


def _not(part: Written) -> Written:
    return Written(f"not ({part.text})", lambda case: not part.value(case))


def _joined(left: Written, word: str, right: Written) -> Written:
    both = all if word == "and" else any
    return Written(
        f"({left.text}) {word} ({right.text})",
        lambda case: both((left.value(case), right.value(case))),
    )


def _alike(left: Written, operator: str, right: Written) -> Written:
    compare = COMPARISONS[operator]
    return Written(
        f"({left.text}) {operator} ({right.text})",
        lambda case: compare(left.value(case), right.value(case)),
    )


CONDITIONS: st.SearchStrategy[Written] = st.recursive(
    st.sampled_from("pqr").map(_yes) | COMPARED,
    lambda parts: (
        parts.map(_not)
        | st.builds(_joined, parts, st.sampled_from(("and", "or")), parts)
        | st.builds(_alike, parts, st.sampled_from(("=", "!=")), parts)
    ),
    max_leaves=5,
)
CASES = st.fixed_dictionaries(
    {
        "days": st.integers(0, 60),
        "hours": st.fractions(0, 60, max_denominator=4),
        "minutes": st.fractions(0, 60, max_denominator=4),
        "p": st.booleans(),
        "q": st.booleans(),
        "r": st.booleans(),
    }
)


def stating(text: str) -> Policy:
    """The policy with a condition; one that its facts' bounds decide is not worth a policy."""
    opened = open_source(Source("random.policy", WORDS.format(text)), "random")
    assert opened.findings == ()
    elaborated = Elaborator(OneFile(opened)).elaborate(opened.documents[-1])
    codes = {found.code for found in elaborated.findings if found.severity is Severity.ERROR}
    assume(codes != {typing.THRESHOLD_OUTSIDE_BOUNDS})
    assert codes == set()
    assert elaborated.policy is not None
    return elaborated.policy


def holds(policy: Policy, case: Case) -> bool:
    return decide(policy, Ground("call"), case).verdict is Verdict.ALLOWED


@pytest.mark.property
@given(COMPARED, st.lists(CASES, min_size=1, max_size=8))
def test_a_comparison_holds_where_arithmetic_says_so(written: Written, cases: list[Case]) -> None:
    policy = stating(written.text)
    for case in cases:
        assert holds(policy, case) is bool(written.value(case)), written.text


@pytest.mark.property
@given(CONDITIONS, st.lists(CASES, min_size=1, max_size=8))
def test_a_condition_holds_where_logic_says_so(written: Written, cases: list[Case]) -> None:
    policy = stating(written.text)
    for case in cases:
        assert holds(policy, case) is bool(written.value(case)), written.text


@pytest.mark.property
@given(st.integers(0, 60), st.integers(0, 60), st.booleans(), CASES)
def test_a_range_holds_what_lies_between_its_ends(
    low: int, high: int, closed: bool, case: Case
) -> None:
    start, end = sorted((low, high))
    if not closed and start == end:
        end += 1
    text = f"days in {start}..{end}" if closed else f"days from {start} to {end}"
    inside = start <= case["days"] <= end if closed else start <= case["days"] < end
    assert holds(stating(text), case) is inside
