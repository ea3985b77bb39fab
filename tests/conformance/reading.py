"""The suites as the engines' tests need them: policies, and cases of plain values."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from policyc.core.axes import Axis, Members, Numbers, Unit, Value, YesNo
from policyc.core.keys import grounded_key
from policyc.core.numbers import exact
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Severity
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.library.library import open_source
from policyc.source import Source
from tests.whole.reading import OneFile

FOLDER = Path(__file__).parent / "suites"


@attrs.frozen(eq=False)
class Given:
    """A suite as it was read."""

    name: str
    needs: frozenset[str]
    policy: str
    text: str
    decisions: tuple[dict[str, Any], ...]

    def __str__(self) -> str:
        return self.name


@cache
def suites() -> tuple[Given, ...]:
    """Every suite, by name."""
    return tuple(_given(path) for path in sorted(FOLDER.glob("*.json")))


def _given(path: Path) -> Given:
    found = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    text = "\n".join(found["text"]) + "\n"
    needs = frozenset(found["needs"])
    return Given(found["name"], needs, found["policy"], text, tuple(found["decisions"]))


@cache
def elaborated(suite: Given) -> tuple[Elaborated, OneFile]:
    """The policy that is asked, in its last version, without errors; and its neighbours."""
    opened = open_source(Source(f"{suite.name}.policy", suite.text), suite.name)
    assert opened.findings == (), suite.name
    documents = OneFile(opened)
    found = Elaborator(documents).elaborate(documents.find(suite.policy, opened.source)[-1])
    errors = [f.message() for f in found.findings if f.severity is Severity.ERROR]
    assert errors == [], suite.name
    return found, documents


def policy_of(suite: Given) -> Policy:
    """The core policy that is asked."""
    policy = elaborated(suite)[0].policy
    assert policy is not None, suite.name
    return policy


def complete(suite: Given) -> Iterator[dict[str, Any]]:
    """Every complete case with its answer: those that are so, and those that completions make."""
    for decision in suite.decisions:
        if "completions" not in decision:
            yield decision
            continue
        for more in decision["completions"]:
            facts = {**decision["facts"], **more["facts"]}
            yield {"ask": decision["ask"], "facts": facts, "verdict": more["verdict"]}


def case_of(policy: Policy, ask: str, facts: dict[str, Any]) -> dict[str, Value]:
    """The case of plain facts: the core's values by axis key, `null` left out."""
    action = next(ground for ground in policy.ground_actions() if str(ground) == ask)
    own: dict[str, Axis] = {}
    for key, axis in policy.axes.items():
        own[key] = axis
        try:
            own[grounded_key(policy.vocabulary, axis, action)] = axis
        except KeyError:
            continue  # it speaks of an argument that the action does not have
    return {
        key: _value(own[key], given) if key in own else given
        for key, given in facts.items()
        if given is not None
    }


def _value(axis: Axis, given: Any) -> Value:
    match axis.domain:
        case YesNo() | Members():
            assert isinstance(given, bool | str)
            return given
        case Numbers(unit=unit):
            if given == "never":
                return None
            if unit is Unit.TIME_OF_DAY:
                hours, minutes, seconds = (*map(int, given.split(":")), 0)[:3]
                return hours * 3600 + minutes * 60 + seconds
            if unit is Unit.DATE:
                return date.fromisoformat(given).toordinal()
            return exact(Fraction(given))
