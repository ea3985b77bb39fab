"""Cedar in Rust: a policy for each rule, all of them permits.

Of a request that is denied, Cedar names the forbids alone; of permits it names all that hold.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import cedarpy
from harness import Names, Rules, run
from infix import conjunction

_REQUEST = {"principal": 'P::"p"', "action": 'Action::"contact"', "resource": 'R::"r"'}


def load(rules: Rules) -> Names:
    """One parsed policy set."""
    policies = cedarpy.PolicySet.from_str("\n".join(map(_policy, rules)))
    entities = cedarpy.Entities.from_json_str("[]")

    def names(case: Mapping[str, Any]) -> Sequence[str]:
        found = cedarpy.is_authorized({**_REQUEST, "context": case}, policies, entities)
        return list(found.diagnostics.id_annotations_by_reason.values())

    return names


def _policy(rule: Mapping[str, Any]) -> str:
    condition = conjunction(rule, prefix="context.", among="{values}.contains({fact})")
    head = f"@id({json.dumps(rule['name'])}) permit(principal, action, resource)"
    return f"{head} when {{ {condition} }};"


if __name__ == "__main__":
    run(load)
