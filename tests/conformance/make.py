"""Writes the conformance suites: `python -m tests.conformance.make`, with `--check` to compare.

The answers come from the Python side of each suite (`written/`), never from policyc.
"""

import json
import sys
from pathlib import Path
from typing import Any

from tests.conformance.writing import Suite
from tests.conformance.written import history, logs, names, rules, unknown, values

HERE = Path(__file__).parent
FOLDER = HERE / "suites"
SCHEMA = "conformance/1"

SUITES: tuple[Suite, ...] = (
    *values.SUITES,
    *rules.SUITES,
    *history.SUITES,
    *names.SUITES,
    *unknown.SUITES,
    *logs.SUITES,
)


def document(suite: Suite) -> dict[str, Any]:
    """A suite as its file holds it."""
    return {
        "schema": SCHEMA,
        "name": suite.name,
        "title": suite.title,
        "needs": list(suite.needs),
        "policy": suite.policy,
        "text": suite.text.strip("\n").split("\n"),
        "decisions": list(suite.decisions()),
    }


def text(suite: Suite) -> str:
    """The file of a suite: a decision a line, so that a change shows as one."""
    found = document(suite)
    decisions = found.pop("decisions")
    head = json.dumps(found, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n".join("  " + json.dumps(d, ensure_ascii=False) for d in decisions)
    return f'{head},\n "decisions": [\n{lines}\n ]\n}}\n'


def files() -> dict[Path, str]:
    """Every file that there should be, and what it should hold."""
    return {FOLDER / f"{suite.name}.json": text(suite) for suite in SUITES}


def stale() -> list[str]:
    """The files that are missing, out of date or left over."""
    wanted = files()
    there = {path: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    return sorted(
        path.name for path in wanted.keys() | there if wanted.get(path) != there.get(path)
    )


def main() -> int:
    """Writes the files, or with `--check` says which are stale; the exit code."""
    if "--check" in sys.argv[1:]:
        found = stale()
        sys.stdout.write("".join(f"{name} is stale\n" for name in found))
        return 1 if found else 0
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.json"):
        path.unlink()
    for path, content in files().items():
        path.write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
