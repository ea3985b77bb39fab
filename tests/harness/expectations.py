"""Findings that a text says it must give: `# error: [code] `underlined` "words"` on the line.

The underlined text and the words are optional. Several findings of one line follow one another:
`# error: [one] warning: [other]`. Chinese texts say `# 错误：[code]` and `# 警告：[code]`.
"""

import re

import attrs

from policyc.diagnostics.diagnostic import Diagnostic, Severity

_SEVERITIES = {
    "error: ": "error",
    "warning: ": "warning",
    "note: ": "note",
    "错误：": "error",
    "警告：": "warning",
    "提示：": "note",
}
_SEVERITY = "|".join(_SEVERITIES)
_COMMENT = re.compile(rf"#\s*(?=(?:{_SEVERITY})\[)(?P<all>.*)$")
_ONE = re.compile(
    rf"(?P<severity>{_SEVERITY})\[(?P<code>[a-z0-9-]+)\]"
    r"(?: `(?P<underlined>[^`]+)`)?(?: \"(?P<words>[^\"]+)\")?"
)


@attrs.frozen
class Expected:
    """One finding that a line must give."""

    file: str
    line: int
    severity: str
    code: str
    underlined: str | None = None
    words: str | None = None

    def is_met_by(self, found: Diagnostic) -> bool:
        """Whether a finding is the expected one."""
        file, line = place(found)
        span = found.span
        return (
            (file, line) == (self.file, self.line)
            and found.severity is Severity(self.severity)
            and found.code.name == self.code
            and (self.underlined is None or (span is not None and span.text == self.underlined))
            and (self.words is None or self.words in found.message())
        )

    def __str__(self) -> str:
        underlined = f" `{self.underlined}`" if self.underlined else ""
        words = f' "{self.words}"' if self.words else ""
        return f"{self.file}:{self.line}: {self.severity}: [{self.code}]{underlined}{words}"


def expectations(file: str, text: str) -> list[Expected]:
    """The findings that a file's lines say they must give.

    Raises `ValueError` for a comment that begins like an expectation and is none.
    """
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        comment = _COMMENT.search(line)
        if comment is None:
            continue
        given = comment["all"].strip()
        matches = list(_ONE.finditer(given))
        if " ".join(match.group() for match in matches) != given:
            raise ValueError(f"{file}:{number}: no expectation: {given}")
        found += [
            Expected(
                file, number, _SEVERITIES[m["severity"]], m["code"], m["underlined"], m["words"]
            )
            for m in matches
        ]
    return found


def place(found: Diagnostic) -> tuple[str, int]:
    """The file and the line that a finding stands on; line 0 where it stands in no text."""
    if found.span is None:
        return "", 0
    source = found.span.source
    return source.name, source.position(found.span.start)[0]


def disagreements(expected: list[Expected], found: list[Diagnostic]) -> list[str]:
    """What is missing and what was not expected, a line each; nothing where all is as it says."""
    left = list(found)
    missing = []
    for wanted in expected:
        met = next((finding for finding in left if wanted.is_met_by(finding)), None)
        if met is None:
            missing.append(f"missing     {wanted}")
        else:
            left.remove(met)
    return [*missing, *(f"unexpected  {_shown(finding)}" for finding in left)]


def _shown(found: Diagnostic) -> str:
    file, line = place(found)
    underlined = found.span.text if found.span is not None else ""
    severity, code = found.severity.value, found.code.name
    return f"{file}:{line}: {severity}: [{code}] `{underlined}` {found.message()}"
