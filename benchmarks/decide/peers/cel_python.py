"""CEL in Python: one program for each rule."""

from collections.abc import Mapping, Sequence
from typing import Any

import celpy
from harness import Names, Rules, run
from infix import conjunction


def load(rules: Rules) -> Names:
    """One compiled program for each rule."""
    environment = celpy.Environment()
    programs = [
        (rule["name"], environment.program(environment.compile(conjunction(rule))))
        for rule in rules
    ]

    def names(case: Mapping[str, Any]) -> Sequence[str]:
        facts = {key: celpy.json_to_cel(value) for key, value in case.items()}
        return [name for name, program in programs if program.evaluate(facts)]

    return names


if __name__ == "__main__":
    run(load)
