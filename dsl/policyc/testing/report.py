"""Everything that one run of tests found."""

from datetime import date

import attrs

from policyc.diagnostics.diagnostic import Diagnostic
from policyc.elaborate.elaborator import Elaborated
from policyc.testing.coverage import Coverage
from policyc.testing.mutation import Mutation
from policyc.testing.proofs import Claim
from policyc.testing.results import Ran
from policyc.testing.side_by_side import Grid


@attrs.frozen(eq=False)
class Report:
    """The results of the documents that were given, and of nothing else.

    `errors` are what keeps documents from being tested. `coverage` and `mutation` are `None` where
    they were not asked for.
    """

    day: date
    documents: tuple[Elaborated, ...]
    errors: tuple[Diagnostic, ...]
    tests: tuple[Ran, ...]
    proofs: tuple[Claim, ...]
    grids: tuple[Grid, ...]
    coverage: tuple[Coverage, ...] | None = None
    mutation: tuple[Mutation, ...] | None = None

    @property
    def items(self) -> tuple[Ran | Claim, ...]:
        """Every test, then every proof."""
        return (*self.tests, *self.proofs)

    @property
    def passed(self) -> bool:
        """Whether everything could be tested and came out."""
        return not self.errors and all(item.passed for item in self.items)
