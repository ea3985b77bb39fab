"""rule-engine in Python: one rule object for each rule."""

from collections.abc import Mapping, Sequence
from typing import Any

import rule_engine
from harness import Names, Rules, run
from infix import conjunction


def load(rules: Rules) -> Names:
    """One rule object for each rule."""
    loaded = [
        (
            rule["name"],
            rule_engine.Rule(conjunction(rule, conjoined="and", disjoined="or", negated="not ")),
        )
        for rule in rules
    ]

    def names(case: Mapping[str, Any]) -> Sequence[str]:
        return [name for name, rule in loaded if rule.matches(case)]

    return names


if __name__ == "__main__":
    run(load)
