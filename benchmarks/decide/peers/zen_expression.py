"""ZEN in Rust: one compiled expression that lists the names of the rules that hold."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import zen
from harness import Names, Rules, run
from infix import conjunction


def load(rules: Rules) -> Names:
    """One compiled expression for all rules; empty texts stand for rules that do not hold."""
    parts = [
        f"({conjunction(rule, conjoined='and', disjoined='or', negated='not ')})"
        f" ? {json.dumps(rule['name'])} : ''"
        for rule in rules
    ]
    expression = zen.compile_expression(f"[{', '.join(parts)}]")

    def names(case: Mapping[str, Any]) -> Sequence[str]:
        return [name for name in expression.evaluate(case) if name]

    return names


if __name__ == "__main__":
    run(load)
