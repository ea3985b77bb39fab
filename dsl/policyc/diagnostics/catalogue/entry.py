"""How the catalogue's files write down a code."""

from policyc.diagnostics.diagnostic import Code, Severity


def error(name: str, en: str, zh: str, help_en: str = "", help_zh: str = "") -> Code:
    """A code that stops a document from being used."""
    return _code(name, Severity.ERROR, en, zh, help_en, help_zh)


def warning(name: str, en: str, zh: str, help_en: str = "", help_zh: str = "") -> Code:
    """A code for what is probably not meant."""
    return _code(name, Severity.WARNING, en, zh, help_en, help_zh)


def note(name: str, en: str, zh: str, help_en: str = "", help_zh: str = "") -> Code:
    """A code for what is worth knowing and no fault."""
    return _code(name, Severity.NOTE, en, zh, help_en, help_zh)


def _code(name: str, severity: Severity, en: str, zh: str, help_en: str, help_zh: str) -> Code:
    return Code(name, severity, {"en": en, "zh": zh}, {"en": help_en, "zh": help_zh})
