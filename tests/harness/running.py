"""What the language says of some files: their findings, and whether their tests hold."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from policyc.analyse.findings.policy import policy_findings
from policyc.analyse.findings.subject import statutes_of
from policyc.core.actions import Ground
from policyc.core.meaning import UnknownValueError, decide
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Diagnostic
from policyc.elaborate.elaborator import Elaborated
from policyc.elaborate.tests import Expectation, Test
from policyc.library.library import Library
from policyc.library.project import Project, open_project
from policyc.testing.proofs import claims
from policyc.testing.running import run
from policyc.testing.subjects import Policies

ROOT_MARK = "policyc.toml"
DAY = date(2025, 6, 1)
"""Chooses the versions where a test does not say which; any day would do."""


def opened(files: Mapping[str, str], folder: Path, shipped: Path | None = None) -> Project:
    """The project of some files, written into a folder of their own; names in it are theirs."""
    (folder / ROOT_MARK).touch()
    library = Library(shipped)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        library.open(path, name)  # under the short name that findings shall show
    return open_project([folder / name for name in files], library)


def findings(project: Project) -> list[Diagnostic]:
    """Everything that is wrong with the files of a project."""
    return [*project.unreadable, *project.findings]


def failures(project: Project) -> Iterator[str]:
    """The expectations of tests that the definition of the language does not bear out."""
    for document in project.documents:
        if document.usable:
            for test in document.tests:
                for expectation in test.expectations:
                    yield from _failures(project, document, test, expectation)


def _failures(
    project: Project, document: Elaborated, test: Test, expectation: Expectation
) -> Iterator[str]:
    policy = _asked(project, document, expectation)
    for action in expectation.actions:
        said = _verdict(policy, action, test, expectation)
        if said is not None:
            line = expectation.where.source.position(expectation.where.start)[0]
            yield f"line {line}: {test.title}: {action} {said}"


def _verdict(policy: Policy, action: Ground, test: Test, wanted: Expectation) -> str | None:
    """What is said instead of the expected verdict; nothing where it is said."""
    try:
        outcome = decide(policy, action, test.case)
    except UnknownValueError as unknown:
        return f"turns on `{unknown.key}`, which is not given"
    deciding = [clause.rule for clause in outcome.deciding]
    if outcome.verdict is wanted.verdict and (wanted.rule is None or wanted.rule in deciding):
        return None
    return f"is {outcome.verdict.value} by {deciding}, expected {wanted.verdict.value}"


def _asked(project: Project, document: Elaborated, expectation: Expectation) -> Policy:
    if expectation.policy is None:
        found = document
    else:
        *_, version = project.library.find(expectation.policy, document.found.source)
        found = project.elaborator.elaborate(version)
    assert found.policy is not None, "findings name what is no policy"
    return found.policy


def failed_tests(project: Project) -> list[Diagnostic]:
    """What does not come out as the tests and proofs of a project say."""
    policies = Policies(project.library, project.elaborator)
    tried = run(policies, project.documents, DAY)
    return [
        *(found for test in tried for found in test.failures),
        *(found for claim in claims(project.documents) for found in claim.findings),
    ]


def analysed(project: Project) -> Iterator[Diagnostic]:
    """What a look at every case finds wrong with the policies of a project."""
    for document in project.documents:
        if document.usable and document.policy is not None:
            statutes, left_out = statutes_of(project, document, DAY)
            yield from policy_findings(document.policy, statutes, (), document.findings)
            yield from left_out
