"""How many small changes of a policy its tests notice, and which they do not."""

from collections.abc import Callable, Iterable

import attrs

from policyc.analyse.example import Example, example
from policyc.core.actions import Pattern
from policyc.core.policy import Proof
from policyc.elaborate.documents import Documents
from policyc.elaborate.readings import readings
from policyc.space.grid.joint import join
from policyc.space.questions.alone import Proved, prove
from policyc.space.questions.relation import difference
from policyc.space.replay import Witness
from policyc.space.space import Space
from policyc.space.undecided import Undecided
from policyc.testing.judgement import Question, judged
from policyc.testing.mutants import Mutant, mutants
from policyc.testing.proofs import Claim
from policyc.testing.results import Ran, Result
from policyc.testing.running import question
from policyc.testing.subjects import Subject


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


@attrs.frozen(eq=False)
class Trials:
    """All that came out as expected of a policy: its own proofs, and what any test expected."""

    subject: Subject
    tests: tuple[Trial, ...]
    proofs: tuple[Proof, ...]

    @classmethod
    def of(cls, subject: Subject, ran: Iterable[Ran], claims: Iterable[Claim]) -> "Trials":
        """What came out of these."""
        document = subject.document
        tests = (
            Trial(result, attrs.evolve(question(test.document, test.test), admitted=True))
            for test in ran
            for result in test.results
            if result.passed and result.subject is not None
            if result.subject.document is document
        )
        proofs = (c.proof for c in claims if c.passed and c.document is document)
        return cls(subject, tuple(tests), tuple(proofs))

    def notice(self, mutant: Mutant) -> bool:
        """Whether one of them comes out otherwise for a mutant."""
        other = attrs.evolve(self.subject, policy=mutant.policy)
        return any(
            not judged(other, trial.result.expectation, trial.question).passed
            for trial in self.tests
            if trial.touches(mutant.patterns)
        ) or any(
            not isinstance(prove(mutant.policy, proof), Proved)
            for proof in self.proofs
            if any(pattern.name == proof.pattern.name for pattern in mutant.patterns)
        )


def mutants_of(documents: Documents, subject: Subject) -> list[Mutant]:
    """Every small change of a policy."""
    return list(mutants(subject.policy, readings(documents, subject.document)))


def mutation(trials: Trials, changed: Iterable[Mutant], tick: Callable[[], None]) -> Mutation:
    """Asks what came out of a policy again for each change; `tick` is called after each."""
    policy = trials.subject.policy
    noticed = 0
    survivors: list[Survivor] = []
    equivalent: list[Mutant] = []
    for mutant in changed:
        if trials.notice(mutant):
            noticed += 1
        else:
            match found := difference(Space((policy, mutant.policy))):
                case None:
                    equivalent.append(mutant)
                case Undecided():
                    survivors.append(Survivor(mutant, None))
                case Witness():
                    joint = join((policy, mutant.policy))
                    survivors.append(Survivor(mutant, example(joint, found)))
        tick()
    return Mutation(trials.subject, noticed, tuple(survivors), tuple(equivalent))
