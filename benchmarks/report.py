"""The page of the documentation that shows the benchmarks.

What a section said last is kept, so that one can be measured anew without the others.
"""

from importlib import import_module
from pathlib import Path

from benchmarks import SECTIONS
from benchmarks.environments import CACHE

_FOLDER = Path(__file__).resolve().parent
PREFACE = _FOLDER / "preface.md"
PAGE = _FOLDER.parent / "docs" / "benchmarks.md"
_KEPT = CACHE / "report"


def measured(name: str) -> str:
    """What a section says now; it is kept."""
    text: str = import_module(f"benchmarks.{name}").section().strip() + "\n"
    _KEPT.mkdir(parents=True, exist_ok=True)
    (_KEPT / f"{name}.md").write_text(text, encoding="utf-8")
    return text


def write(machine: str) -> None:
    """Writes the page: the reading of the results, the machine, and what each section said last."""
    sections = [_last(name) for name in SECTIONS]
    text = "\n".join([PREFACE.read_text(encoding="utf-8"), machine, *sections])
    PAGE.write_text(text, encoding="utf-8")


def _last(name: str) -> str:
    """What a section said last; where it never did, what it says now."""
    kept = _KEPT / f"{name}.md"
    return kept.read_text(encoding="utf-8") if kept.exists() else measured(name)
