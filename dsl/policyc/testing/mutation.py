"""How many small changes of a policy its tests notice, and which they do not."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import attrs

from policyc.analyse.example import Example, example
from policyc.core.actions import Pattern
from policyc.elaborate.documents import Documents
from policyc.elaborate.readings import readings
from policyc.space.joint import join
from policyc.space.relation import difference
from policyc.space.replay import Witness
from policyc.space.space import Space
from policyc.space.undecided import Undecided
from policyc.testing.judgement import Question, judged
from policyc.testing.mutants import Mutant, mutants
from policyc.testing.results import Ran, Result
from policyc.testing.running import question
from policyc.testing.subjects import Subject

Tick: TypeAlias = Callable[[], None]
"""Is called for each mutant that is done."""


@attrs.frozen(eq=False)
class Survivor:
    """A change that no test noticed.

    `example` is a case that a test could try in order to notice it; `None` where that was not
    found out in time.
    """

    mutant: Mutant
    example: Example | None


@attrs.frozen(eq=False)
class Mutation:
    """What became of the mutants of one policy.

    `equivalent` are changes that no test can notice by a verdict: they change none in any case.
    """

    subject: Subject
    noticed: int
    survivors: tuple[Survivor, ...]
    equivalent: tuple[Mutant, ...]

    @property
    def total(self) -> int:
        """How many changes were tried that a test could notice."""
        return self.noticed + len(self.survivors)


@attrs.frozen(eq=False)
class Trial:
    """An expectation that came out, and the case that it was about."""

    result: Result
    question: Question

    def touches(self, patterns: Iterable[Pattern]) -> bool:
        """Whether it is about an action of some pattern."""
        actions = self.result.expectation.actions
        return any(pattern.covers(action) for pattern in patterns for action in actions)


def trials(ran: Iterable[Ran], subject: Subject) -> list[Trial]:
    """What came out as expected of a policy."""
    return [
        Trial(result, attrs.evolve(question(test.document, test.test), admitted=True))
        for test in ran
        for result in test.results
        if result.passed and result.subject is not None
        if result.subject.document is subject.document
    ]


def mutation(
    documents: Documents,
    subject: Subject,
    tried: Sequence[Trial],
    progress: Callable[[str, int], Tick],
) -> Mutation:
    """Changes the policy in every small way and asks the tests again."""
    changed = list(mutants(subject.policy, readings(documents, subject.document)))
    tick = progress(subject.name, len(changed))
    survivors: list[Survivor] = []
    equivalent: list[Mutant] = []
    for mutant in changed:
        if not _noticed(subject, mutant, tried):
            match found := difference(Space((subject.policy, mutant.policy))):
                case None:
                    equivalent.append(mutant)
                case Undecided():
                    survivors.append(Survivor(mutant, None))
                case Witness():
                    joint = join((subject.policy, mutant.policy))
                    survivors.append(Survivor(mutant, example(joint, found)))
        tick()
    noticed = len(changed) - len(survivors) - len(equivalent)
    return Mutation(subject, noticed, tuple(survivors), tuple(equivalent))


def _noticed(subject: Subject, mutant: Mutant, tried: Iterable[Trial]) -> bool:
    other = attrs.evolve(subject, policy=mutant.policy)
    return any(
        not judged(other, trial.result.expectation, trial.question).passed
        for trial in tried
        if trial.touches(mutant.patterns)
    )
