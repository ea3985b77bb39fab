"""Running the tests of documents, each on the version of the policy that its day chooses."""

from collections.abc import Iterable, Iterator
from datetime import date

from policyc.diagnostics.diagnostic import Diagnostic
from policyc.elaborate.elaborator import Elaborated
from policyc.elaborate.tests import Expectation, Test
from policyc.testing.judgement import Question, judged
from policyc.testing.results import Ran, Result
from policyc.testing.subjects import Policies, Subject


def run(policies: Policies, documents: Iterable[Elaborated], day: date) -> Iterator[Ran]:
    """Every test of every document without errors, in the order of the texts.

    `day` chooses the versions where a test does not say `on`.
    """
    for document in documents:
        if document.usable:
            for test in document.tests:
                yield Ran(document, test, tuple(_results(policies, document, test, day)))


def question(document: Elaborated, test: Test) -> Question:
    """The case of a test in the words of its document."""
    own = document.policy.axes if document.policy is not None else document.environment.axes
    return Question(test.case, own, whole_story=document.policy is None)


def _results(policies: Policies, document: Elaborated, test: Test, day: date) -> Iterator[Result]:
    asked = question(document, test)
    for expectation in test.expectations:
        subject = subject_of(policies, document, test, expectation, day)
        if isinstance(subject, Subject):
            yield judged(subject, expectation, asked)
        else:
            yield Result(expectation, None, (), (subject,))


def subject_of(
    policies: Policies, document: Elaborated, test: Test, expectation: Expectation, day: date
) -> Subject | Diagnostic:
    """The policy that an expectation is about, or the finding that there is none.

    A policy's own test is about that very version, whatever the day.
    """
    name, where = expectation.policy, expectation.where
    if document.policy is not None and name in (None, document.found.name):
        return policies.own(document, test.day, where)
    assert name is not None, "outside a policy every expectation names one"
    return policies.named(name, document, test.day or day, where)
