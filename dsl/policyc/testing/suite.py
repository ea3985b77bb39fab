"""One run of tests, from documents to a report."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import attrs

from policyc.diagnostics.diagnostic import Severity
from policyc.library.project import Project
from policyc.testing.coverage import Coverage, coverage, tried
from policyc.testing.mutation import Mutation, Tick, mutation, trials
from policyc.testing.proofs import claims
from policyc.testing.report import Report
from policyc.testing.results import Ran
from policyc.testing.running import run
from policyc.testing.side_by_side import grids
from policyc.testing.subjects import Policies, Subject

Progress: TypeAlias = Callable[[str, int], Tick]
"""Is told of what policy changes will be tried, and how many; gives a function to call for each."""


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
    ran = tuple(run(policies, project.documents, day))
    errors = tuple(f for f in project.findings if f.severity is Severity.ERROR)
    report = Report(
        day,
        project.documents,
        errors,
        ran,
        tuple(claims(project.documents)),
        tuple(grids(policies, ran, day)),
    )
    asked = _asked(policies, project, ran)
    if wanted.coverage:
        report = attrs.evolve(report, coverage=_coverage(asked, ran))
    if wanted.mutation:
        report = attrs.evolve(report, mutation=_mutation(project, asked, ran, progress))
    return report


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
    project: Project, asked: list[Subject], ran: tuple[Ran, ...], progress: Progress
) -> tuple[Mutation, ...]:
    return tuple(
        mutation(project.library, subject, trials(ran, subject), progress) for subject in asked
    )


def _unwatched() -> None:
    """Nobody is told."""
