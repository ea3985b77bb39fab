"""Many files at once: a folder of 500 platforms, compared."""

import shutil
from pathlib import Path

from benchmarks.decide.workload import table as rules_of
from benchmarks.environments import CACHE
from benchmarks.parse.text import policy_text, vocabulary_text

PLATFORMS = 500
RULES = 25


def folder(platforms: int = PLATFORMS) -> Path:
    """A folder of so many platforms, each in a file of its own, and their vocabulary."""
    place = CACHE / f"platforms-{platforms}"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for number in range(platforms):
        rules = rules_of(RULES, seed=number).rules
        text = policy_text(f"platform_{number}", rules)
        (place / f"platform_{number}.policy").write_text(text, encoding="utf-8")
    (place / "words.policy").write_text(vocabulary_text(rules_of(RULES)), encoding="utf-8")
    return place
