"""A run of tests for programs, as `test/1`: see `schemas/test-1.json`."""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from policyc.core.axes import Axis, Value
from policyc.decide.json_values import value_json
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.diagnostics.json import as_object, to_text
from policyc.diagnostics.places import place
from policyc.elaborate.elaborator import Elaborated
from policyc.source import Span
from policyc.syntax import nodes as n
from policyc.testing.answers import Answer, Found, Impossible, Unsettled
from policyc.testing.proofs import Claim
from policyc.testing.report import Report
from policyc.testing.reports.trying_json import coverage_json, mutation_json
from policyc.testing.results import Ran, Result
from policyc.testing.running import question
from policyc.testing.side_by_side import Cell, Grid
from policyc.testing.subjects import Subject

SCHEMA = "test/1"


def render(report: Report, language: Language = "en") -> str:
    """The report as one JSON object."""
    return to_text(as_json(report, language))


def as_json(report: Report, language: Language = "en") -> dict[str, Any]:
    """The object that `render` writes."""
    return {
        "schema": SCHEMA,
        "language": language,
        "on": report.day.isoformat(),
        "passed": report.passed,
        "counts": {
            "tests": len(report.tests),
            "failed_tests": sum(not test.passed for test in report.tests),
            "proofs": len(report.proofs),
            "failed_proofs": sum(not claim.passed for claim in report.proofs),
            "failed": sum(not item.passed for item in report.items),
        },
        "errors": _findings(report.errors, language),
        "tests": [_test(test, language) for test in report.tests],
        "proofs": [_proof(claim, language) for claim in report.proofs],
        "side_by_side": [_grid(grid) for grid in report.grids],
        "coverage": None
        if report.coverage is None
        else [coverage_json(found, language) for found in report.coverage],
        "mutation": None
        if report.mutation is None
        else [mutation_json(found, language) for found in report.mutation],
    }


def _findings(found: Iterable[Diagnostic], language: Language) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = as_object(found, language)["findings"]
    return listed


def _place(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else attrs.asdict(place(span))


def _document(document: Elaborated) -> dict[str, Any]:
    return {"name": document.found.name, "kind": document.found.kind}


def _subject(subject: Subject) -> dict[str, Any]:
    """A policy and the days from which (and until which) the version holds."""
    period = subject.policy.period
    return {
        "policy": subject.policy.name,
        "from": period.start and period.start.isoformat(),
        "until": period.end and period.end.isoformat(),
    }


def _test(test: Ran, language: Language) -> dict[str, Any]:
    asked = question(test.document, test.test)
    return {
        "title": test.test.title,
        "kind": _kind(test),
        "document": _document(test.document),
        "place": _place(test.test.where),
        "given": case_json(asked.axes, test.case),
        "passed": test.passed,
        "expectations": [_expectation(test, result, language) for result in test.results],
    }


_WRITTEN: Mapping[type[n.Node], str] = {n.Test: "test", n.Scenario: "scenario", n.Table: "table"}


def _kind(test: Ran) -> str:
    """What a test was written as."""
    where = test.test.where
    for item in test.document.found.document.items:
        if item.span.start <= where.start < item.span.end:
            return _WRITTEN[type(item)]
    raise AssertionError("a test stands in its document")


def case_json(axes: Mapping[str, Axis], case: Mapping[str, Value]) -> dict[str, Any]:
    """A case as programs state it."""
    return {key: value_json(axes[key].domain, value) for key, value in case.items()}


def _expectation(test: Ran, result: Result, language: Language) -> dict[str, Any]:
    expected = result.expectation
    own = test.document.policy
    vocabulary = own.vocabulary if own is not None else test.document.environment.vocabulary()
    return {
        "policy": expected.policy or test.document.found.name,
        "version": None if result.subject is None else _subject(result.subject),
        "ask": expected.pattern.text(vocabulary.signature(expected.pattern.name)),
        "expected": expected.verdict.value,
        "by": expected.rule,
        "place": _place(expected.where),
        "passed": result.passed,
        "answers": [_answer(answer) for answer in result.answers],
        "findings": _findings(result.failures, language),
    }


def _answer(found: Found) -> dict[str, Any]:
    """What was said of one action; the verdict is `null` where there is none."""
    match found:
        case Answer():
            return {
                "action": str(found.action),
                "verdict": found.verdict.value,
                "rules": list(found.deciding),
                "possible": [p.verdict.value for p in found.possibilities],
                "turns_on": list(found.unknown),
                "taken_as_zero": list(found.assumed),
            }
        case Impossible() | Unsettled():
            return {
                "action": str(found.action),
                "verdict": None,
                "rules": [],
                "possible": [],
                "turns_on": [],
                "taken_as_zero": [],
            }


def _proof(claim: Claim, language: Language) -> dict[str, Any]:
    found = claim.counterexample
    return {
        "title": claim.proof.title,
        "document": _document(claim.document),
        "place": _place(claim.proof.where),
        "passed": claim.passed,
        "counterexample": None
        if found is None
        else {"ask": str(found.action), **case_json(found.axes, found.facts)},
        "findings": _findings(claim.findings, language),
    }


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "document": _document(grid.document),
        "policies": list(grid.policies),
        "rows": [
            {"title": row.title, "table": row.table, "cells": [_cell(cell) for cell in row.cells]}
            for row in grid.rows
        ],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"verdicts": [v.value for v in cell.verdicts], "passed": cell.passed}
