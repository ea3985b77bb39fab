"""Runs the benchmarks and writes their report: `python -m benchmarks [NAME...]`.

Without names all are run and the report goes to `docs/benchmarks.md`; with names, those are run
and printed.
"""

import sys
from datetime import date
from importlib import import_module
from pathlib import Path

from benchmarks.measuring import ROUNDS, machine

FOLDER = Path(__file__).resolve().parent
REPORT = FOLDER.parent / "docs" / "benchmarks.md"

_HEADING = """\
# Benchmarks

Made by `make bench` on {date}, {machine}. Machines differ and are noisy, so what counts are the
ratios: each was taken in turn with its yardstick in one run, and is the median of {rounds} rounds
or more.
"""


def main(names: list[str]) -> None:
    """Runs the benches of these names, or all."""
    every = sorted(path.parent.name for path in FOLDER.glob("*/bench.py"))
    unknown = [name for name in names if name not in every]
    if unknown:
        raise SystemExit(f"no bench is called {', '.join(unknown)}; there are {', '.join(every)}")
    sections = [import_module(f"benchmarks.{name}.bench").section() for name in names or every]
    heading = _HEADING.format(date=date.today(), machine=machine(), rounds=ROUNDS)  # noqa: DTZ011  # a day is enough
    report = "\n".join([heading, *(f"{section}\n" for section in sections)])
    sys.stdout.write(report)
    if not names:
        REPORT.write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
