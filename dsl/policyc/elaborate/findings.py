"""Where elaboration puts what it finds."""

from policyc.diagnostics.diagnostic import Code, Diagnostic, Fix, Related, Severity, Wording
from policyc.source import Span
from policyc.syntax.nodes import Node


class Findings:
    """A growing list of findings; each pass reports here and goes on.

    What is looked at twice (a condition that two clauses share) is reported once.
    """

    def __init__(self) -> None:
        self.reported: list[Diagnostic] = []
        self.errors = 0
        """How many of them are errors."""
        self._seen: set[tuple[str, int, int, str]] = set()

    def report(
        self,
        code: Code,
        place: Node | Span,
        *,
        related: tuple[Related, ...] = (),
        replace_with: str | None = None,
        **arguments: Wording,
    ) -> None:
        """Adds a finding; `replace_with` is text to put in place of what is underlined."""
        span = place if isinstance(place, Span) else place.span
        key = (code.name, span.start, span.end, str(sorted(arguments.items())))
        if key in self._seen:
            return
        self._seen.add(key)
        self.errors += code.severity is Severity.ERROR
        fix = None if replace_with is None else Fix(span, replace_with)
        self.reported.append(Diagnostic(code, span, arguments, related, fix))
