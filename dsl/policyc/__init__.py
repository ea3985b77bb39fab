"""policyc: a small language for policies that are published as text, and its tools.

>>> import policyc
>>> policy = policyc.read("when overdue >= 16 then allow contact(emergency)")
>>> policy.verdict("contact(emergency, phone)", overdue=20) is policyc.Verdict.ALLOWED
True

Importing the package imports nothing else: each of its names is loaded when it is first used.
"""

from importlib import import_module

TYPE_CHECKING = False  # type checkers take it for true; `typing` would take longer than all this
if TYPE_CHECKING:
    from policyc.api import CompiledPolicy, Policy, PolicyError, load, read
    from policyc.core.policy import Verdict
    from policyc.decide.decision import Decision, WhyNot
    from policyc.decide.findings import CaseError
    from policyc.diagnostics.diagnostic import Diagnostic

__all__ = [
    "CaseError",
    "CompiledPolicy",
    "Decision",
    "Diagnostic",
    "Policy",
    "PolicyError",
    "Verdict",
    "WhyNot",
    "load",
    "read",
]

_HOMES = {
    "CaseError": "policyc.decide.findings",
    "CompiledPolicy": "policyc.api",
    "Decision": "policyc.decide.decision",
    "Diagnostic": "policyc.diagnostics.diagnostic",
    "Policy": "policyc.api",
    "PolicyError": "policyc.api",
    "Verdict": "policyc.core.policy",
    "WhyNot": "policyc.decide.decision",
    "load": "policyc.api",
    "read": "policyc.api",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """The public name, loaded from its home."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted((*globals(), *__all__))
