"""The way from documents to policies and tests; each document is elaborated once."""

from collections.abc import Mapping, Sequence

import attrs

from policyc.core.policy import Policy
from policyc.diagnostics.catalogue import naming
from policyc.diagnostics.diagnostic import Diagnostic, Severity
from policyc.elaborate.checks import check_policy
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words, advice
from policyc.elaborate.documents import Documents, Found, Wanted
from policyc.elaborate.environment import Environment
from policyc.elaborate.merge import merge
from policyc.elaborate.placement import check_placement
from policyc.elaborate.policies import declare_all, policy
from policyc.elaborate.tests import Test, tests_of
from policyc.source import Span
from policyc.syntax import nodes as n

DEFAULT_VOCABULARY = "collection"
"""What rules without a heading use."""


@attrs.frozen(eq=False)
class Elaborated:
    """What a document is: its names, its tests, its policy if it is one, and all findings.

    With an error among the findings, the policy is incomplete and not to be used.
    """

    found: Found
    environment: Environment
    findings: tuple[Diagnostic, ...]
    tests: tuple[Test, ...] = ()
    policy: Policy | None = None

    @property
    def usable(self) -> bool:
        """Whether nothing in it is an error."""
        return not self.found.broken and not any(
            f.severity is Severity.ERROR for f in self.findings
        )


class Elaborator:
    """Elaborates documents, and remembers them."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._known: dict[int, Elaborated] = {}
        self._under_way: list[str] = []

    def elaborate(self, found: Found) -> Elaborated:
        """What a document is."""
        key = id(found.document)
        if key not in self._known:
            self._known[key] = self._elaborate(found)
        return self._known[key]

    def _elaborate(self, found: Found) -> Elaborated:
        context = Context(Environment(found.name))
        check_placement(context, found)
        self._under_way.append(found.name)
        try:
            self._use(context, found)
            match found.kind:
                case "vocabulary":
                    declare_all(context, found.document.items)
                    return self._result(context, found)
                case "policy":
                    return self._policy(context, found)
                case "scenarios":
                    declare_all(context, found.document.items)
                    tests = tests_of(context, found.document.items, own=False)
                    return self._result(context, found, tests)
        finally:
            self._under_way.pop()

    def _policy(self, context: Context, found: Found) -> Elaborated:
        items = found.document.items
        included = [
            other.policy
            for item in items
            if isinstance(item, n.Includes)
            for name in item.names
            for other in self._others(context, found, name, "policy")[-1:]
            if other.policy is not None
        ]
        for item in items:
            if isinstance(item, n.SubjectTo):
                for name in item.names:
                    self._known_document(context, found, name, "policy")
        made = policy(context, found.name, found.document, included)
        check_policy(context, items, made)
        tests = tests_of(context, items, own=True)
        made = attrs.evolve(made, axes={**made.axes, **context.axes})
        return self._result(context, found, tests, made)

    def _result(
        self,
        context: Context,
        found: Found,
        tests: tuple[Test, ...] = (),
        made: Policy | None = None,
    ) -> Elaborated:
        findings = tuple(context.findings.reported)
        return Elaborated(found, context.environment, findings, tests, made)

    def _use(self, context: Context, found: Found) -> None:
        """Takes in the names of every vocabulary that the document uses."""
        named = [
            name for item in found.document.items if isinstance(item, n.Uses) for name in item.names
        ]
        if not named and found.document.heading is None:
            start = found.document.span.start
            named = [n.Dotted((DEFAULT_VOCABULARY,), span=Span(found.source, start, start))]
        for name in named:
            for other in self._others(context, found, name, "vocabulary")[-1:]:
                merge(context, other.environment, name)

    def _others(
        self, context: Context, found: Found, name: n.Dotted, wanted: Wanted
    ) -> Sequence[Elaborated]:
        """The documents of a name, elaborated; none after a finding."""
        if name.text in self._under_way:
            ring = " → ".join([*self._under_way[self._under_way.index(name.text) :], name.text])
            context.report(naming.INCLUDE_RING, name, name=name.text, ring=ring)
            return ()
        documents = self._known_document(context, found, name, wanted)
        return [self.elaborate(document) for document in documents]

    def _known_document(
        self, context: Context, found: Found, name: n.Dotted, wanted: Wanted
    ) -> Sequence[Found]:
        documents = self._documents.find(name.text, found.source)
        right = [document for document in documents if document.kind == wanted]
        if documents and not right:
            context.report(
                naming.WRONG_DOCUMENT,
                name,
                name=name.text,
                found=DOCUMENT_WORDS[documents[0].kind],
                wanted=DOCUMENT_WORDS[wanted],
            )
        elif not documents:
            known = self._documents.names(found.source)
            context.report(
                naming.UNKNOWN_DOCUMENT,
                name,
                kind=DOCUMENT_WORDS[wanted],
                name=name.text,
                advice=advice(name.text, known),
            )
        return right


DOCUMENT_WORDS: Mapping[Wanted, Words] = {
    "vocabulary": {"en": "vocabulary", "zh": "词汇"},
    "policy": {"en": "policy", "zh": "政策"},
    "scenarios": {"en": "scenarios", "zh": "场景集"},
}
"""What documents are called in messages."""
