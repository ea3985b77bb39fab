"""One decision: policyc and other engines, against rules written by hand as a Python function."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import attrs

from benchmarks.decide.engines import ENGINES, PATIENCE
from benchmarks.decide.ours import policy_of
from benchmarks.decide.workload import (
    CHANNELS,
    TARGETS,
    Case,
    Values,
    Workload,
    cases,
    platform,
    table,
)
from benchmarks.decide.yardstick import yardstick_for
from benchmarks.environments import CACHE
from benchmarks.measuring import MANY, ROUNDS, duration, medians, ratio
from benchmarks.measuring import table as markdown
from policyc.engines.python import Answer, compile_policy
from policyc.engines.python.code import Decider
from policyc.engines.python.module import module_text

_ABOUT = """\
## One decision

The verdict and the names of all rules that apply, for a case that states every fact. The yardstick
is a Python function with an `if` for each rule. Its row shows how long it takes; all others are
multiples of it, taken in turn with it. Every engine's answers were compared with the yardstick's
before it was timed. Engines that name only the rules which decide were asked so that they name all
(Cedar: every rule a permit); none was asked to convert from or to JSON text.

`15 rules` are those of a lender, over 12 facts; `1,000` and `10,000` a few caps for everybody and
rows for products, provinces and stages. The last column is how long an engine takes to make 10,000
rules ready, in all of the 25 actions that they speak of. –: too slow to be asked about so many.
"""
_DASH = "–"
_TIMED = 200
"""So many cases are decided in a round of our own."""
_SLOW = 0.1
"""An engine that takes longer for a decision is not asked for more rules, seconds."""


@attrs.frozen(eq=False)
class Bench:
    """A workload, its rules as JSON has them, and the yardstick for it."""

    workload: Workload
    plain: dict[str, Any]
    yardstick: Callable[..., tuple[str, list[str]]]

    @classmethod
    def of(cls, workload: Workload) -> "Bench":
        """The bench of a workload."""
        rules = json.loads(json.dumps(workload.plain_rules()))
        plain: dict[str, Any] = {"name": workload.name, "rules": rules}
        yardstick = yardstick_for(plain)
        answers = [yardstick(*attrs.astuple(case)) for case in workload.cases]
        plain["cases"] = [attrs.astuple(case) for case in workload.cases]
        plain["answers"] = [(verdict, sorted(names)) for verdict, names in answers]
        return cls(workload, plain, yardstick)

    def file(self) -> Path:
        """The workload in a file, for programs of other environments."""
        CACHE.mkdir(exist_ok=True)
        path = CACHE / f"{self.workload.name.replace(' ', '-')}.json"
        path.write_text(json.dumps(self.plain), encoding="utf-8")
        return path


def section() -> str:
    """The section of the report."""
    benches = [Bench.of(workload) for workload in (platform(), table(1_000), table(10_000))]
    own = [_own(bench) for bench in benches]
    rows = [["hand-written Python", *(duration(found.pop("yardstick")) for found in own), _DASH]]
    ready = {"facts known to be well-typed": duration(_making_ready(benches[-1].workload))}
    for name in own[0]:
        cells = [f"**{found[name]}**" if name in found else _DASH for found in own]
        rows.append([f"policyc: {name}", *cells, ready.get(name, _DASH)])
    rows += _peers([bench.file() for bench in benches])
    return _ABOUT + "\n" + markdown(["engine", "15 rules", "1,000", "10,000", "made ready"], rows)


def _own(bench: Bench) -> dict[str, Any]:
    """What policyc takes, in multiples of the yardstick, and what that takes in seconds."""
    compiled = compile_policy(policy_of(bench.workload))
    asked = [(_action(case), case.facts) for case in bench.workload.cases]
    deciders = [(compiled.decider(action), facts) for action, facts in asked]
    checked = {action: compiled.checked_decider(action) for action, _ in asked}
    careful = [(checked[action], facts) for action, facts in asked]
    values = [
        (compiled.values_decider(action), [facts[key] for key in compiled.axes(action)])
        for action, facts in asked
    ]
    for place, answer in enumerate(bench.plain["answers"]):
        facts = asked[place][1]
        _compare(deciders[place][0](facts), answer)
        _compare(careful[place][0](facts), answer)
    some = slice(_TIMED)
    by_hand = [attrs.astuple(case, recurse=False) for case in bench.workload.cases[some]]
    hand, trusted, whole, positional, named = (
        time / len(by_hand)
        for time in medians(
            lambda: [bench.yardstick(*case) for case in by_hand],
            lambda: [decide(facts) for decide, facts in deciders[some]],
            lambda: [decide(facts) for decide, facts in careful[some]],
            lambda: [decide(*facts) for decide, facts in values[some]],
            lambda: [compiled.decide(action, facts) for action, facts in asked[some]],
            rounds=MANY,
        )
    )
    return {
        "yardstick": hand,
        "facts known to be well-typed": ratio(trusted, hand),
        "the same, the action looked up each time": ratio(named, hand),
        "the same, facts as arguments": ratio(positional, hand),
        "the same, cases never seen before": _unseen(bench),
        "every fact checked": ratio(whole, hand),
    } | _module(bench)


def check() -> None:
    """Asks about the 15 rules. Raises `RuntimeError` where an answer is not the yardstick's."""
    bench = Bench.of(platform())
    compiled = compile_policy(policy_of(bench.workload))
    actions = dict.fromkeys(map(_action, bench.workload.cases))
    deciders = {action: compiled.checked_decider(action) for action in actions}
    for case, expected in zip(bench.workload.cases, bench.plain["answers"], strict=True):
        _compare(deciders[_action(case)](case.facts), expected)


def _compare(answer: object, expected: tuple[str, list[str]]) -> None:
    if not isinstance(answer, Answer) or (answer.verdict.value, sorted(answer.rules)) != expected:
        raise RuntimeError(f"{answer}, and not {expected}")


def _unseen(bench: Bench) -> str:
    """The multiple for cases of which none was asked about before."""
    compiled = compile_policy(policy_of(bench.workload))
    for action in (f"contact({t}, {c})" for t in TARGETS for c in CHANNELS):
        compiled.decider(action)
    found = []
    for seed in range(100, 100 + ROUNDS):
        new = cases(bench.workload.facts, len(bench.workload.cases), seed)
        asked = [(compiled.decider(_action(case)), case.facts) for case in new]
        by_hand = [attrs.astuple(case, recurse=False) for case in new]
        own, hand = _once(asked, by_hand, bench.yardstick)
        found.append(own / hand)
    return ratio(median(found), 1)


def _once(
    asked: Sequence[tuple[Decider, Values]],
    by_hand: Sequence[tuple[Any, ...]],
    yardstick: Callable[..., object],
) -> tuple[float, float]:
    """The processor time of deciding each case once, by policyc and by hand."""
    started = process_time()
    for decide, facts in asked:
        decide(facts)
    ours = process_time()
    for case in by_hand:
        yardstick(*case)
    return ours - started, process_time() - ours


def _module(bench: Bench) -> dict[str, str]:
    """The multiple for the module that `compile --to python` writes; of few rules only."""
    if bench.workload.name != "platform":
        return {}
    names: dict[str, Any] = {"__name__": "compiled"}
    text = module_text(policy_of(bench.workload))
    exec(compile(text, "compiled.py", "exec"), names)  # noqa: S102  # made by policyc
    decide = names["decide"]
    asked = [(_action(case), case.facts) for case in bench.workload.cases]
    for (action, facts), (verdict, rules) in zip(asked, bench.plain["answers"], strict=True):
        found = decide(action, facts)
        if (found["verdict"], sorted(rule["rule"] for rule in found["rules"])) != (verdict, rules):
            raise RuntimeError(f"{found}, and not {verdict} {rules}")
    by_hand = [attrs.astuple(case, recurse=False) for case in bench.workload.cases]
    own, hand = medians(
        lambda: [decide(action, facts) for action, facts in asked[:_TIMED]],
        lambda: [bench.yardstick(*case) for case in by_hand[:_TIMED]],
        rounds=MANY,
    )
    return {"the module of `compile --to python`, a whole decision": ratio(own, hand)}


def _making_ready(workload: Workload) -> float:
    """How long it takes to compile a policy for all its actions."""
    policy = policy_of(workload)

    def compiled() -> None:
        found = compile_policy(policy)
        for target in TARGETS:
            for channel in CHANNELS:
                found.decider(f"contact({target}, {channel})")

    return medians(compiled)[0]


def _action(case: Case) -> str:
    return f"contact({case.target}, {case.channel})"


def _peers(workloads: list[Path]) -> list[list[str]]:
    """A row for each other engine."""
    rows = []
    for engine in ENGINES:
        cells: list[str] = []
        ready, is_quick = _DASH, True
        for workload in workloads:
            found = (
                engine.asked([str(workload)], PATIENCE) if is_quick else "it would take too long"
            )
            if isinstance(found, Mapping):
                cells.append(ratio(found["seconds"], found["yardstick"]))
                ready = duration(found["loading"])
                is_quick = found["seconds"] < _SLOW
            else:
                cells.append(_DASH)
        rows.append([engine.name, *cells, ready if _DASH not in cells else _DASH])
    return rows
