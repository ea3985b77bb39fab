"""What is asked about, and what happened: actions and events in the names of one document."""

from typing import Any

import attrs

from policyc.core.actions import Ground
from policyc.decide.facts import MAX_TEXT
from policyc.decide.findings import CaseError, finding, shown
from policyc.diagnostics.catalogue import deciding
from policyc.elaborate.context import Context
from policyc.elaborate.documents import Documents
from policyc.elaborate.elaborator import Elaborated
from policyc.elaborate.patterns import pattern
from policyc.source import Source
from policyc.syntax.parse import parse_query

_REMEMBERED = 4_096
"""So many texts are remembered; then all are forgotten."""


@attrs.frozen(eq=False)
class Asker:
    """Reads actions and events as the names of one document have them."""

    document: Elaborated
    documents: Documents
    _known: dict[tuple[str, bool], tuple[Ground, ...] | CaseError] = attrs.field(
        factory=dict, init=False
    )

    def actions(self, text: Any) -> tuple[Ground, ...]:
        """The single actions of a pattern, in the vocabulary's order. Raises `CaseError`."""
        return self._grounds("ask", text, action=True)

    def action(self, text: Any) -> Ground:
        """The single action that a text is. Raises `CaseError`, also where it is several."""
        return _only(text, self.actions(text))

    def event(self, name: str, text: Any) -> Ground:
        """The single action or event that happened. Raises `CaseError`."""
        return _only(text, self._grounds(name, text, action=False))

    def _grounds(self, name: str, text: Any, *, action: bool) -> tuple[Ground, ...]:
        if not isinstance(text, str):
            raise CaseError((finding(deciding.NOT_AN_ACTION, value=shown(text)),))
        if not text.strip():
            raise CaseError((finding(deciding.NO_ACTION),))
        found = self._known.get((text, action))
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[text, action] = self._read(name, text, action=action)
        if isinstance(found, CaseError):
            raise CaseError(found.findings)
        return found

    def _read(self, name: str, text: str, *, action: bool) -> tuple[Ground, ...] | CaseError:
        node, findings = parse_query(Source(name, text[:MAX_TEXT]))
        if node is None or findings:
            return CaseError(findings)
        context = Context(self.document.environment, self.documents, node.span.source)
        found = pattern(context, node.pattern, action=action)
        if found is None:
            return CaseError(tuple(context.findings.reported))
        signature = self.document.environment.vocabulary().signature(found.name)
        return tuple(ground for ground in signature.ground() if found.covers(ground))


def _only(text: str, grounds: tuple[Ground, ...]) -> Ground:
    if len(grounds) == 1:
        return grounds[0]
    example = f"`{grounds[0]}`"
    raise CaseError((finding(deciding.NOT_GROUND, text=text[:MAX_TEXT], example=example),))
