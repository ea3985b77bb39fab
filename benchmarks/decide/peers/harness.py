"""What every engine beside policyc is measured with, in an environment of its own.

Reads a workload from a file of JSON, checks the engine's answers, measures it in turn with the
yardstick, and prints what it found as JSON. Nothing but Python is imported here.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from benchmarks.decide.yardstick import VERDICTS, yardstick_for  # found just now
from benchmarks.measuring import ROUNDS, medians, seconds  # found just now

ROUND = 0.03
"""A round takes about so many seconds: fast engines get more cases than slow ones."""
FEWEST = 3
"""At least so many cases are decided in a round."""
SLOW = 1.0
"""Seconds from which a round is a long one."""
FEW_ROUNDS = 5
"""So many rounds are taken of long ones."""

Rules = Sequence[Mapping[str, Any]]
Names = Callable[[Mapping[str, Any]], Sequence[str]]
"""From a case, which holds the target and the channel too, to the names of the rules that apply."""


def run(load: Callable[[Rules], Names]) -> None:
    """Measures the engine that `load` makes from rules; the workload's file is the argument."""
    workload = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    started = perf_counter()
    names = load(workload["rules"])
    loading = perf_counter() - started
    effects = {rule["name"]: rule["effect"] for rule in workload["rules"]}

    def decide(case: Mapping[str, Any]) -> tuple[str, Sequence[str]]:
        applying = names(case)
        found = {effects[name] for name in applying}
        return next((VERDICTS[e] for e in VERDICTS if e in found), "silent"), applying

    cases = workload["cases"]
    whole = [{"target": t, "channel": c, **facts} for t, c, facts in cases]
    count, rounds = _affordable(decide, whole)
    for case, expected in zip(whole[:count], workload["answers"], strict=False):
        verdict, applying = decide(case)
        if [verdict, sorted(applying)] != expected:
            raise SystemExit(f"{case}: {verdict} {sorted(applying)}, and not {expected}")
    yardstick = yardstick_for(workload)
    own, hand = medians(
        lambda: [decide(case) for case in whole[:count]],
        lambda: [yardstick(*case) for case in cases[:count]],
        rounds=rounds,
    )
    found = {"seconds": own / count, "yardstick": hand / count, "loading": loading}
    sys.stdout.write(json.dumps(found))


def _affordable(
    decide: Callable[[Mapping[str, Any]], object], cases: Sequence[Any]
) -> tuple[int, int]:
    """How many cases a round has time for, and how many rounds there is time for."""
    decide(cases[0])
    each = seconds(lambda: [decide(case) for case in cases[:FEWEST]]) / FEWEST
    count = max(FEWEST, min(len(cases), int(ROUND / each)))
    return count, ROUNDS if each * FEWEST < SLOW else FEW_ROUNDS
