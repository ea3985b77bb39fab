"""What running tests gave."""

from collections.abc import Mapping

import attrs

from policyc.core.axes import Value
from policyc.diagnostics.diagnostic import Diagnostic
from policyc.elaborate.elaborator import Elaborated
from policyc.elaborate.tests import Expectation, Test
from policyc.testing.answers import Found
from policyc.testing.subjects import Subject


@attrs.frozen(eq=False)
class Result:
    """One expectation, what the policy said of each action, and what is wrong with that.

    `subject` is `None` where no policy could be asked.
    """

    expectation: Expectation
    subject: Subject | None
    answers: tuple[Found, ...]
    failures: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.failures


@attrs.frozen(eq=False)
class Ran:
    """One test of a document with its results, in the order of its expectations."""

    document: Elaborated
    test: Test
    results: tuple[Result, ...]

    @property
    def failures(self) -> tuple[Diagnostic, ...]:
        """What is wrong with any of the results."""
        return tuple(finding for result in self.results for finding in result.failures)

    @property
    def case(self) -> Mapping[str, Value]:
        """What the test states."""
        return self.test.case

    @property
    def passed(self) -> bool:
        """Whether every expectation came out."""
        return all(result.passed for result in self.results)
