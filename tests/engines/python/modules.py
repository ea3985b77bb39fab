"""Modules of policies, and a policy with a fact of every unit, for the tests."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from policyc.core.actions import Kind, Parameter, Pattern, Signature, Vocabulary
from policyc.core.axes import Axis, Currency, Members, Numbers, Unit, YesNo
from policyc.core.conditions import Condition
from policyc.core.policy import Clause, Effect, Policy
from policyc.engines.python.module import module_text

Decide = Callable[[str, Mapping[str, Any]], dict[str, Any]]


def run(policy: Policy) -> dict[str, Any]:
    """What the module of a policy holds once it was run."""
    names: dict[str, Any] = {"__name__": "compiled"}
    exec(compile(module_text(policy), "compiled.py", "exec"), names)  # noqa: S102  # what is tested
    return names


def decider(policy: Policy) -> Decide:
    found: Decide = run(policy)["decide"]
    return found


def program(policy: Policy, folder: Path, lines: list[str], *options: str) -> tuple[int, list[Any]]:
    """The exit code and the answers of the module as a program, in a Python without packages."""
    path = folder / "compiled.py"
    path.write_text(module_text(policy), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(path), *options],
        input="\n".join(lines).encode(),
        capture_output=True,
        check=False,
    )
    assert not done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


CHANNEL = Kind("channel", ("sms", "phone"), "渠道", ("短信", "电话"))
CONTACT = Signature("contact", (Parameter("channel", CHANNEL),), "联系")
THREATEN = Signature("threaten")
EVERY_UNIT = (
    Axis("overdue", Numbers(Unit.DAYS, 0, 3650, 1), label="逾期"),
    Axis("unreachable", Numbers(Unit.HOURS, 0)),
    Axis("age", Numbers(Unit.YEARS, 0, None, Fraction(1, 12))),
    Axis("amount", Numbers(Currency("CNY"), None, None, Fraction(1, 100))),
    Axis("rate", Numbers(Unit.PERCENT, 0, 100)),
    Axis("calls", Numbers(Unit.COUNT, 0, None, 1)),
    Axis("time", Numbers(Unit.TIME_OF_DAY, 0, 86_399, 1)),
    Axis("act_date", Numbers(Unit.DATE, 1, 3_652_059, 1)),
    Axis("since", Numbers(Unit.HOURS, 0, optional=True)),
    Axis("channel", Members(CHANNEL)),
    Axis("notice", YesNo()),
)


def asking(guard: Condition, **more: Any) -> Policy:
    """A policy that forbids contact where the guard holds."""
    axes = {axis.key: axis for axis in EVERY_UNIT}
    vocabulary = Vocabulary({}, {"contact": CONTACT, "threaten": THREATEN})
    clause = Clause("asking", Effect.FORBID, Pattern("contact", (None,)), guard)
    return Policy("p", axes, vocabulary, (clause,), **more)
