"""The fixed words around a finding, in both languages."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from policyc.diagnostics.diagnostic import Diagnostic, Language, Severity

SEVERITY: Mapping[Language, Mapping[Severity, str]] = MappingProxyType(
    {
        "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
        "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"},
    }
)
COLON: Mapping[Language, str] = MappingProxyType({"en": ": ", "zh": "："})
FULL_STOP: Mapping[Language, str] = MappingProxyType({"en": ".", "zh": "。"})
SENTENCE_GAP: Mapping[Language, str] = MappingProxyType({"en": " ", "zh": ""})
HELP: Mapping[Language, str] = MappingProxyType({"en": "help", "zh": "建议"})
FIX: Mapping[Language, str] = MappingProxyType({"en": "fix", "zh": "修改"})
CASE: Mapping[Language, str] = MappingProxyType({"en": "case", "zh": "案例"})

_COUNTED = MappingProxyType(
    {Severity.ERROR: "个错误", Severity.WARNING: "个警告", Severity.NOTE: "条提示"}
)


def counts(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """How many findings there are of each severity, the worst first; zero where there are none."""
    counted = Counter(diagnostic.severity for diagnostic in diagnostics)
    return {severity: counted[severity] for severity in Severity}


def summary(diagnostics: Iterable[Diagnostic], language: Language = "en") -> str:
    """`2 errors, 1 warning`, or nothing where nothing was found."""
    parts = [(number, severity) for severity, number in counts(diagnostics).items() if number]
    if language == "zh":
        return "，".join(f"{number} {_COUNTED[severity]}" for number, severity in parts)
    return ", ".join(
        f"{number} {severity.value}{'' if number == 1 else 's'}" for number, severity in parts
    )
