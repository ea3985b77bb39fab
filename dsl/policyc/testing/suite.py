"""One run of tests, from documents to a report."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from typing import TypeAlias, TypeVar

import attrs

from policyc.diagnostics.diagnostic import Severity
from policyc.library.project import Project
from policyc.testing.coverage import Coverage, coverage, tried
from policyc.testing.mutation import Mutation, Trials, mutants_of, mutation
from policyc.testing.proofs import Claim, claims
from policyc.testing.report import Report
from policyc.testing.results import Ran
from policyc.testing.running import run
from policyc.testing.side_by_side import grids
from policyc.testing.subjects import Policies, Subject

Tick: TypeAlias = Callable[[], None]
"""Is called for each thing that is done."""

Item = TypeVar("Item")


class Activity(Enum):
    """What takes its time."""

    TESTING = "testing"
    PROVING = "proving"
    COMPARING = "comparing"
    CHANGING = "changing"


Progress: TypeAlias = Callable[[Activity, int], Tick]
"""Is told what begins, and how many things will be done."""


@attrs.frozen
class Wanted:
    """What a run is to find out besides whether tests come out."""

    coverage: bool = False
    mutation: bool = False


NOTHING_ELSE = Wanted()


def run_suite(
    project: Project,
    day: date,
    wanted: Wanted = NOTHING_ELSE,
    progress: Progress = lambda *_: _unwatched,
) -> Report:
    """Runs everything that can be tested in a project; `day` chooses versions of policies."""
    policies = Policies(project.library, project.elaborator)
    ran, proofs = _ran(policies, project, day, progress)
    compared = sum(bool(test.document.policy is None and test.results) for test in ran)
    tick = progress(Activity.COMPARING, compared)
    report = Report(
        day,
        project.documents,
        tuple(f for f in project.findings if f.severity is Severity.ERROR),
        ran,
        proofs,
        tuple(grids(policies, ran, day, tick)),
    )
    asked = _asked(policies, project, ran)
    if wanted.coverage:
        report = attrs.evolve(report, coverage=_coverage(asked, ran))
    if wanted.mutation:
        report = attrs.evolve(report, mutation=_mutation(project, report, asked, progress))
    return report


def _ran(
    policies: Policies, project: Project, day: date, progress: Progress
) -> tuple[tuple[Ran, ...], tuple[Claim, ...]]:
    """Every test and every proof, done."""
    usable = [document for document in project.documents if document.usable]
    tick = progress(Activity.TESTING, sum(len(document.tests) for document in usable))
    ran = tuple(_watched(run(policies, usable, day), tick))
    made = [d.policy for d in usable if d.policy is not None]
    tick = progress(Activity.PROVING, sum(len(policy.proofs) for policy in made))
    return ran, tuple(_watched(claims(usable), tick))


def _watched(items: Iterable[Item], tick: Tick) -> Iterator[Item]:
    for item in items:
        yield item
        tick()


def _asked(policies: Policies, project: Project, ran: tuple[Ran, ...]) -> list[Subject]:
    """Every policy of the project that can be tested, and every other one that tests ask."""
    found: dict[int, Subject] = {}
    for document in project.documents:
        if document.policy is not None:
            own = policies.own(document, None, document.found.document.span)
            if isinstance(own, Subject):
                found[id(document)] = own
    for key, (subject, _) in tried(ran).items():
        found.setdefault(key, subject)
    return list(found.values())


def _coverage(asked: list[Subject], ran: tuple[Ran, ...]) -> tuple[Coverage, ...]:
    cases = tried(ran)
    return tuple(
        coverage(s, cases[id(s.document)][1] if id(s.document) in cases else []) for s in asked
    )


def _mutation(
    project: Project, report: Report, asked: list[Subject], progress: Progress
) -> tuple[Mutation, ...]:
    changed = [(subject, mutants_of(project.library, subject)) for subject in asked]
    tick = progress(Activity.CHANGING, sum(len(mutants) for _, mutants in changed))
    return tuple(
        mutation(Trials.of(subject, report.tests, report.proofs), mutants, tick)
        for subject, mutants in changed
    )


def _unwatched() -> None:
    """Nobody is told."""
