"""Names and labels of a document by namespace, as the formatter wants them."""

from policyc.core.actions import Kind
from policyc.core.weekdays import WEEKDAY
from policyc.elaborate.environment import Environment
from policyc.wording.values import NEVER


def labels_of(environment: Environment) -> dict[str, dict[str, str]]:
    """Labels by name: `value`, `signature`, `subject`, `stage`, `kind`, `never`, `member:KIND`."""
    found: dict[str, dict[str, str | None]] = {
        "value": {d.name: d.label for d in environment.values},
        "signature": {d.name: d.label for d in environment.signatures},
        "subject": {d.name: d.label for d in environment.subjects},
        "stage": {d.name: d.label for d in environment.stages},
        "kind": {d.name: d.entry.label for d in environment.kinds},
        "never": {NEVER["en"]: NEVER["zh"]},
        f"member:{WEEKDAY.name}": _members(WEEKDAY),
    }
    for declared in environment.kinds:
        found[f"member:{declared.name}"] = _members(declared.entry)
    return {space: {k: v for k, v in names.items() if v} for space, names in found.items()}


def _members(kind: Kind) -> dict[str, str | None]:
    return dict(zip(kind.members, kind.member_labels, strict=False))


def parameters_of(environment: Environment) -> dict[str, list[tuple[str, str]]]:
    """For each action and event by name: the name and the kind of each parameter."""
    return {
        d.name: [(p.name, p.kind.name) for p in d.entry.parameters] for d in environment.signatures
    }
