"""What takes the place of a decision on a line that states no case: `refusal/1`, see its schema."""

from typing import Any

from policyc.decide.decision_json import compact
from policyc.decide.exact_json import as_object, read_pairs
from policyc.decide.findings import CaseError, Findings
from policyc.decide.history import Identity
from policyc.diagnostics.diagnostic import Language

REFUSAL = "refusal/1"


def refusal_line(number: int, line: str, findings: Findings, language: Language) -> str:
    """The object for a line, on one line, with the line's `id` if it can be made out."""
    identity = _identity(line)
    value: dict[str, Any] = {
        "schema": REFUSAL,
        **({} if identity is None else {"id": identity}),
        "line": number,
        "findings": [
            {
                "code": found.code.name,
                "message": found.message(language),
                "help": found.help(language),
            }
            for found in findings
        ],
    }
    return compact(value)


def _identity(line: str) -> Identity | None:
    try:
        value = as_object(read_pairs(line))
    except CaseError:
        return None
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None
