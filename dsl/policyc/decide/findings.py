"""What is wrong with a question: findings, most of which lie in no text."""

import json
from typing import TypeAlias

from policyc.diagnostics.diagnostic import Code, Diagnostic, Wording

Findings: TypeAlias = tuple[Diagnostic, ...]

_SHOWN = 60


class CaseError(Exception):
    """A case that cannot be decided about; `findings` say why, one at least."""

    def __init__(self, findings: Findings) -> None:
        super().__init__("; ".join(finding.message() for finding in findings))
        self.findings = findings


def finding(code: Code, **arguments: Wording) -> Diagnostic:
    """A finding that lies in no text."""
    return Diagnostic(code, None, arguments)


def shown(given: object) -> str:
    """Something that came from outside, quoted, short enough for a message."""
    try:
        text = json.dumps(given, ensure_ascii=False, default=str)
    except (TypeError, ValueError, RecursionError):
        text = type(given).__name__
    return f"`{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}`"
