"""Runs benchmarks and prints their report: `python -m benchmarks [SECTION...] [--write]`.

A section is a folder (`space`) or a file of one (`space.growth`); without any, all are run. With
`--write` the page of the documentation is written too, from what each section said last. It begins
with the reading of the results in `preface.md`: whoever writes the page reads that again.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from benchmarks import SECTIONS
from benchmarks.measuring import ROUNDS, machine, table, yardsticks
from benchmarks.report import measured, write

_MACHINE = """\
## What this was measured with

{table}

Figures are medians: of {rounds} rounds where a round is short, of 3 where it is longer; what takes
over a second was done once. Besides decisions all is told in processor time, since other programs
ran beside it. Sections are measured one by one, not all in one run.
"""


def main(arguments: Sequence[str]) -> None:
    """Runs the sections that the arguments name, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures speed.")
    parser.add_argument("section", nargs="*", help=", ".join(SECTIONS))
    parser.add_argument("--write", action="store_true", help="write the page of the documentation")
    asked = parser.parse_args(arguments)
    names = [name for one in asked.section for name in _named(one)] or SECTIONS
    beginning = _machine()
    _say(beginning)
    for name in dict.fromkeys(names):
        _say(measured(name))
    if asked.write:
        write(beginning)


def _named(section: str) -> list[str]:
    """The sections of a name: itself, or those of a folder."""
    found = [name for name in SECTIONS if section in {name, name.partition(".")[0]}]
    if not found:
        raise SystemExit(f"no section is called {section}; there are {', '.join(SECTIONS)}")
    return found


def _machine() -> str:
    """The day, the machine, and how fast it is."""
    today = date.today().isoformat()  # noqa: DTZ011  # a day is enough
    known = [["day", today], ["machine", machine()], *yardsticks()]
    return _MACHINE.format(table=table(["", ""], known), rounds=ROUNDS)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
