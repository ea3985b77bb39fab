"""Measuring: medians of rounds, taken in turn with a yardstick, since machines are noisy.

Nothing but Python is imported here: it also runs beside engines in environments of their own.
"""

import os
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

ROUNDS = 15
"""So many rounds are taken of everything, and of what is short more."""
ROUND = 0.05
"""Seconds that a round takes, at least, of what is measured in processor time."""
MANY = 101
"""So many rounds are taken of what takes milliseconds: most are then not interrupted."""


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes, once."""
    started = perf_counter()
    action()
    return perf_counter() - started


def medians(*actions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """How long each action takes, in seconds; the actions take turns."""
    times = [[seconds(action) for action in actions] for _ in range(rounds)]
    return [median(of_one) for of_one in zip(*times, strict=True)]


def processor_medians(*actions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """As `medians`, in seconds of processor time, for what takes long enough to be interrupted.

    What is short is repeated in each round: processor time is not told more finely than in ticks.
    """
    times: list[list[float]] = [[] for _ in actions]
    repeats = [max(1, round(ROUND / max(seconds(action), ROUND / MANY))) for action in actions]
    for _ in range(rounds):
        for place, action in enumerate(actions):
            started = process_time()
            for _ in range(repeats[place]):
                action()
            times[place].append((process_time() - started) / repeats[place])
    return [median(of_one) for of_one in times]


def process(arguments: Sequence[str], folder: Path | None = None, stdin: str = "") -> None:
    """Runs a program to its end. Raises `CalledProcessError` where it fails."""
    subprocess.run(  # noqa: S603  # the benchmarks' own programs
        arguments, cwd=folder, input=stdin.encode(), capture_output=True, check=True
    )


def ratio(value: float, yardstick: float) -> str:
    """A ratio as a table shows it: two digits, three where it is large."""
    found = value / yardstick
    return f"{found:,.0f}" if found >= 10 else f"{found:.2g}"


def duration(value: float) -> str:
    """Seconds as a table shows them: three digits."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value * 1e9:.0f} ns"


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others are numbers."""
    lines = [heading, ["---", *["---:"] * (len(heading) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def yardsticks() -> list[list[str]]:
    """What tells how fast this Python is here, in processor time: a loop, and starting it."""
    (loop,) = processor_medians(lambda: sum(i * i for i in range(100_000)))
    before = os.times()
    for _ in range(ROUNDS):
        process([sys.executable, "-c", "pass"])
    after = os.times()
    starting = after.children_user + after.children_system
    starting -= before.children_user + before.children_system
    return [
        ["adding 100,000 squares in Python", duration(loop)],
        ["starting Python", duration(starting / ROUNDS)],
    ]


def machine() -> str:
    """What this was measured on."""
    return f"{platform.python_implementation()} {platform.python_version()}, {_processor()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{os.cpu_count()} × {named[0]}" if named else platform.machine()
