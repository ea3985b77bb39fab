"""The way from documents to policies and tests; each document is elaborated once."""

from collections.abc import Mapping, Sequence

import attrs

from policyc.core.policy import Policy
from policyc.diagnostics.catalogue import naming
from policyc.diagnostics.diagnostic import Diagnostic, Severity
from policyc.elaborate.checks import check_policy
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words, document_advice, ring_text
from policyc.elaborate.documents import Documents, Found, Wanted
from policyc.elaborate.environment import Environment
from policyc.elaborate.merge import check_axes, merge, merge_included
from policyc.elaborate.placement import check_placement
from policyc.elaborate.policies import declare_all, policy
from policyc.elaborate.tests import Test, tests_of
from policyc.elaborate.versions import in_force, latest, period_of
from policyc.source import Span
from policyc.syntax import nodes as n

DEFAULT_VOCABULARY = "collection"
"""What rules without a heading use."""
MAX_CHAIN = 50
"""How many documents may build on one another in a row."""


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
        self._under_way: list[Found] = []
        self._rings: dict[int, str] = {}

    def elaborate(self, found: Found) -> Elaborated:
        """What a document is."""
        key = id(found.document)
        if key not in self._known:
            self._known[key] = self._elaborate(found)
        return self._known[key]

    def _elaborate(self, found: Found) -> Elaborated:
        context = Context(Environment(found.name), self._documents, found.source)
        context.environment.failed.update(found.document.unread)
        check_placement(context, found)
        self._under_way.append(found)
        try:
            self._use(context, found)
            match found.kind:
                case "vocabulary":
                    declare_all(context, found.document.items)
                    context.environment.axes.update(context.axes)
                    return self._result(context, found)
                case "policy":
                    return self._policy(context, found)
                case "scenarios":
                    declare_all(context, found.document.items)
                    tests = tests_of(context, found.document.items, None)
                    context.environment.axes.update(context.axes)
                    return self._result(context, found, tests)
        finally:
            self._under_way.pop()

    def _policy(self, context: Context, found: Found) -> Elaborated:
        items = found.document.items
        included = self._included(context, found)
        for item in items:
            if isinstance(item, n.SubjectTo):
                for name in item.names:
                    self._known_documents(context, found, name, "policy")
        made = policy(context, found.name, found.document, [other for other, _ in included])
        for other, name in included:
            check_axes(context, made.axes, other, name)
        check_policy(context, items, made)
        tests = tests_of(context, items, made.rules)
        made = attrs.evolve(made, axes={**made.axes, **context.axes})
        return self._result(context, found, tests, made)

    def _included(self, context: Context, found: Found) -> list[tuple[Policy, n.Dotted]]:
        """The policies whose rules the document takes in, and where it names them."""
        included: list[tuple[Policy, n.Dotted]] = []
        for item in found.document.items:
            for name in item.names if isinstance(item, n.Includes) else ():
                other = self._other(context, found, name, "policy")
                if other is not None and other.policy is not None:
                    merge_included(context, other.environment, name)
                    included.append((other.policy, name))
        return included

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
            other = self._other(context, found, name, "vocabulary")
            if other is not None:
                merge(context, other.environment, name)

    def _other(
        self, context: Context, found: Found, name: n.Dotted, wanted: Wanted
    ) -> Elaborated | None:
        """The document of a name that the document builds on; `None` after a finding.

        Of several versions it is the one in force when the own version begins, else the latest.
        """
        versions = self._known_documents(context, found, name, wanted)
        begins = period_of(found.document).start
        chosen = (in_force(versions, begins) if begins else None) or latest(versions)
        if chosen is None or not self._may_build_on(context, chosen, name):
            return None
        other = self.elaborate(chosen)
        ring = self._rings.get(id(found.document))
        if ring is not None:
            context.report(naming.INCLUDE_RING, name, name=name.text, ring=ring)
        elif not other.usable:
            source = other.found.source.name
            context.report(naming.BROKEN_DOCUMENT, name, name=name.text, file=source)
        return other

    def _may_build_on(self, context: Context, chosen: Found, name: n.Dotted) -> bool:
        """Whether a document is neither under way itself nor too far away; a finding if not."""
        way = [found.document for found in self._under_way]
        if chosen.document in way:
            start = way.index(chosen.document)
            ring = ring_text([found.name for found in self._under_way[start:]])
            self._rings |= {id(document): ring for document in way[start:]}
            context.report(naming.INCLUDE_RING, name, name=name.text, ring=ring)
            return False
        if len(way) > MAX_CHAIN:
            context.report(naming.LONG_CHAIN, name, name=name.text, limit=str(MAX_CHAIN))
            return False
        return True

    def _known_documents(
        self, context: Context, found: Found, name: n.Dotted, wanted: Wanted
    ) -> Sequence[Found]:
        """The documents of a name and kind; none after a finding."""
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
                advice=document_advice(name.text, known),
            )
        return right


DOCUMENT_WORDS: Mapping[Wanted, Words] = {
    "vocabulary": {"en": "vocabulary", "zh": "词汇"},
    "policy": {"en": "policy", "zh": "政策"},
    "scenarios": {"en": "scenarios", "zh": "场景集"},
}
"""What documents are called in messages."""
