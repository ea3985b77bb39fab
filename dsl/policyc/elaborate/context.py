"""What is at hand while one document is elaborated."""

from collections.abc import Mapping

import attrs

from policyc.core.actions import Parameter
from policyc.core.axes import Axis, Numbers, OpenTerm
from policyc.diagnostics.diagnostic import Code, Related, Wording
from policyc.elaborate.documents import Documents
from policyc.elaborate.environment import Environment
from policyc.elaborate.findings import Findings
from policyc.source import Source, Span
from policyc.syntax.nodes import Define, Node


@attrs.define(eq=False)
class Context:
    """The names of a document, where findings go, and what has been used so far.

    `documents` finds others by name, as seen from `source`.
    `axes` collects each axis that was spoken of, `used` the names of facts, terms and definitions,
    `cited` those of sources.
    `pending` holds definitions that stand further down; a name that is met brings its own in.
    `named_below` holds the same by each word that they go by.
    `defining` holds the definitions that are being elaborated, the outermost first.
    `failures_met` counts uses of names whose declaration has an error.
    `proposed` holds the parameters that `same` may name; `None` where no action is proposed.
    """

    environment: Environment
    documents: Documents
    source: Source
    findings: Findings = attrs.field(factory=Findings)
    axes: dict[str, Axis] = attrs.field(factory=dict)
    used: set[str] = attrs.field(factory=set)
    cited: set[str] = attrs.field(factory=set)
    pending: dict[str, Define] = attrs.field(factory=dict)
    named_below: Mapping[str, Define] = attrs.field(factory=dict)
    defining: list[Define] = attrs.field(factory=list)
    proposed: Mapping[str, Parameter] | None = None
    failures_met: int = 0

    @property
    def wrong(self) -> int:
        """How much has been wrong so far: errors, and uses of what had one."""
        return self.findings.errors + self.failures_met

    def report(
        self,
        code: Code,
        place: Node | Span,
        *,
        related: tuple[Related, ...] = (),
        replace_with: str | None = None,
        **arguments: Wording,
    ) -> None:
        """Adds a finding."""
        self.findings.report(code, place, related=related, replace_with=replace_with, **arguments)

    def numbers(self, key: str) -> Numbers:
        """The domain of a numeric axis that was spoken of."""
        domain = self.axes[key].domain
        assert isinstance(domain, Numbers), f"{key} is no number"
        return domain

    def is_term(self, key: str) -> bool:
        """Whether an axis that was spoken of is an open term."""
        return isinstance(self.axes[key].origin, OpenTerm)
