"""What every engine that compares policies is asked with, in a process of its own.

Reads a problem and a question from its arguments, and prints a line of JSON: how much processor
time it took to make the model and to answer, and the answer. A question that takes little time is
asked again, and a second line holds the medians. Nothing but Python is imported here.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterator
from math import ceil
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

LIMIT = 10
"""Seconds of processor time for the model and the answer."""
ROUNDS = 3
"""So many rounds are taken of what takes little time; a round repeats what takes very little."""
LITTLE = 1.5
"""Seconds up to which a question takes little time."""
ROUND = 0.1
"""Seconds that a round takes at least: processor time is not told more finely than in ticks."""
FIRST = 20
"""So many pieces of a list are a beginning of it."""
ARGUMENTS = 3
"""This program, a problem and a question; one more, and it is asked once only."""
MOST = 500
"""A round repeats nothing more often than this."""
MEMORY = 6 << 30
"""Bytes that an engine may take."""

Answer: TypeAlias = dict[str, Any]
"""`{"same": yes}`, `{"case": …}`, or `{"pieces": …, "cases": […], "complete": yes}`."""


def run(
    build: Callable[[Any], Any],
    ask: Callable[[Any, str], Answer],
    prepare: Callable[[Any], Any] = lambda given: given,
) -> None:
    """Asks an engine: `build` makes a model of a problem, `ask` answers a question about it.

    `prepare` reads the problem, untimed, where the engine starts from something else than JSON.
    """
    given = prepare(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    started = perf_counter()
    once = _round(given, build, ask, 1)
    whole = perf_counter() - started  # processor time may not have been told yet
    _tell(once)
    if once[0] + once[1] < LITTLE and len(sys.argv) == ARGUMENTS:
        times = max(1, ceil(ROUND / max(whole, ROUND / MOST)))
        rounds = [_round(given, build, ask, times) for _ in range(ROUNDS)]
        _tell((median(r[0] for r in rounds), median(r[1] for r in rounds), once[2]))


def _round(
    given: Any, build: Callable[[Any], Any], ask: Callable[[Any, str], Answer], times: int
) -> tuple[float, float, Answer]:
    """The processor time to build and to answer, and the answer."""
    building = answering = 0.0
    _limit(times)
    for _ in range(times):
        started = process_time()
        model = build(given)
        built = process_time()
        answer = ask(model, sys.argv[2])
        building += built - started
        answering += process_time() - built
        del model
    return building / times, answering / times, answer


def _tell(found: tuple[float, float, Answer]) -> None:
    building, answering, answer = found
    line = {"building": building, "answering": answering, "answer": answer}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _limit(times: int) -> None:
    """From now on, ends the process when it has taken too much time."""
    soft = ceil(process_time()) + LIMIT * times
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def listed(pieces: Iterator[Any], most: int | None) -> Answer:
    """The list of pieces, or a beginning of it; the cases of the first ones are told."""
    cases: list[Any] = []
    count = 0
    for piece in pieces:
        count += 1
        if count <= FIRST:
            cases.append(piece)
        if count == most:
            break
    return {"pieces": count, "cases": cases, "complete": most is None or count < most}
