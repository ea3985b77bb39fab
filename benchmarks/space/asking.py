"""Asking engines about two policies, each in a process of its own, and checking what they say."""

import json
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

from benchmarks.environments import CACHE, OUT_OF_TIME, Engine
from benchmarks.measuring import duration
from benchmarks.space.engines.harness import LIMIT
from benchmarks.space.pairs import Pair
from benchmarks.space.problem import problem
from policyc.core.actions import Ground
from policyc.core.axes import Axis, Numbers, Value, YesNo
from policyc.space.replay import outcomes, witness
from policyc.space.space import Space

_FOLDER = Path(__file__).parent / "engines"
_PATIENCE = 100 * LIMIT
"""Seconds by the clock: the limit is on processor time, and other work may hold the processor."""

OURS = Engine("policyc", _FOLDER / "ours.py")
Z3 = Engine("z3", _FOLDER / "z3_solver.py", "z3-solver==5.4.0.0")
CUDD = Engine("CUDD", _FOLDER / "cudd.py", "dd==0.6.0")
ENGINES = (OURS, Z3, CUDD)

LATE = f"> {LIMIT} s"
"""What a table shows where an engine did not answer in time."""


@attrs.frozen
class Said:
    """What an engine said: the seconds to make its model and to answer, and the answer."""

    building: float
    answering: float
    answer: Mapping[str, Any]

    @property
    def seconds(self) -> float:
        """Both together."""
        return self.building + self.answering


@attrs.frozen(eq=False, slots=False)
class Asked:
    """Two policies that engines are asked about."""

    pair: Pair

    @cached_property
    def space(self) -> Space:
        """The space of their cases, to replay what engines name."""
        return Space(self.pair.policies())

    @cached_property
    def plain(self) -> Mapping[str, Any]:
        """The problem as engines get it."""
        return problem(self.pair.policies())

    def of(self, engine: Engine, question: str, *, once: bool = False) -> Said | str:
        """What an engine says, checked; or in few words why it says nothing."""
        plain = {} if engine is OURS else self.plain
        path = _file(self.pair, plain, 1 if question in {"idle", "conflicts"} else 2, engine)
        found = engine.asked([str(path), question, *(["once"] if once else [])], _PATIENCE)
        if isinstance(found, str):
            return LATE if found == OUT_OF_TIME else found
        said = Said(**found)
        self._check(engine, question, said.answer)
        return said if said.seconds <= LIMIT else LATE

    def _check(self, engine: Engine, question: str, answer: Mapping[str, Any]) -> None:
        """Replays the cases that an engine names through the definition of the language."""
        case = answer.get("case")
        if question in {"same", "case"} and answer.get("same") is not (case is None):
            raise RuntimeError(f"{engine.name} about {self.pair}: {answer}")
        if engine is OURS:
            return  # its own cases were replayed before it told them
        for each in [*answer.get("cases", ()), *([case] if case else [])]:
            left, right = self._replayed(each)
            if left == right:
                raise RuntimeError(f"{engine.name} about {self.pair}: no difference in {each}")

    def _replayed(self, case: Mapping[str, Any]) -> tuple[object, object]:
        """What both policies say in a case that an engine named, by its values or its cells."""
        if "cells" in case:
            masks = dict(enumerate(case["cells"]))
            found = self.space.find(case["action"], masks, ())
            if found is None:
                raise RuntimeError(f"{self.pair}: no case is in {case}")
            left, right = witness(self.space, case["action"], found).outcomes
        else:
            axes = self.space.joint.axes
            values = {key: _value(axes[key], text) for key, text in case["values"].items()}
            ground = Ground(case["action"], tuple(case["arguments"]))
            if not self.space.cases.admits(ground, values):
                raise RuntimeError(f"{self.pair}: no case is {case}")
            left, right = outcomes(self.space, ground, values)
        return left.verdict, right.verdict


def _file(pair: Pair, plain: Mapping[str, Any], policies: int, engine: Engine) -> Path:
    """The problem in a file."""
    folder = CACHE / "comparing"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{pair.family}-{pair.kind}-{pair.rules}-{policies}-{engine.program.stem}.json"
    path.write_text(
        json.dumps({**plain, "pair": attrs.asdict(pair), "policies": policies}), "utf-8"
    )
    return path


def _value(axis: Axis, text: str) -> Value:
    """A value from the number of its steps, of its member, or its truth."""
    match axis.domain:
        case YesNo():
            return text == "True"
        case Numbers(step=step):
            number = Fraction(text) * (step or 1)
            return number.numerator if number.denominator == 1 else number
        case members:
            return members.kind.members[int(text)]


def cell(said: Said | str) -> str:
    """What a table shows: the time, and how many pieces a list has."""
    if isinstance(said, str):
        return said
    pieces = said.answer.get("pieces")
    if "undecided" in said.answer or (said.answer.get("complete") is False and pieces == 0):
        return f"{duration(said.seconds)}, undecided"
    return duration(said.seconds) if pieces is None else f"{duration(said.seconds)} · {pieces:,}"
