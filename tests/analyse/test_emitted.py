"""Tests made of differences: each passes on the left policy and fails on the right one."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyc.analyse.boundaries import edges
from policyc.analyse.difference import difference
from policyc.analyse.emitted import EmittedTest, emitted
from policyc.analyse.reports.tests_text import tests_text as as_text
from policyc.core.meaning import decide
from policyc.core.policy import Policy, Verdict
from policyc.elaborate.elaborator import Elaborator
from policyc.library.library import SUFFIX, Library
from policyc.library.project import open_project
from policyc.space.differences.classes import Topic
from policyc.space.questions.partial import possibilities
from policyc.testing.running import run
from policyc.testing.subjects import Policies
from tests.analyse.loading import FOLDER, named, written
from tests.strategies.core import EVERYTHING, OPEN, PLAIN, Shape, random_policy
from tests.strategies.edits import edited


def passes(policy: Policy, test: EmittedTest) -> bool:
    """Whether a policy gives the expected verdict in every completion of the test's case."""
    found = possibilities(policy, test.action, test.facts)
    assert isinstance(found, tuple)
    return [p.verdict for p in found] == [test.verdict]


@pytest.mark.property
@settings(max_examples=settings().max_examples // 4)
@given(st.randoms(use_true_random=False), st.sampled_from([PLAIN, OPEN, EVERYTHING]))
def test_every_test_passes_on_the_left_and_fails_on_the_right(random: Random, shape: Shape) -> None:
    left = random_policy(random, shape, "left")
    strangers = random.random() < 0.5
    right = random_policy(random, shape, "right") if strangers else edited(random, left, shape)
    found = difference(left, right)
    for test in emitted(found).tests:
        assert passes(left, test)
        assert not passes(right, test)


def test_every_region_that_a_test_can_tell_has_one() -> None:
    found = difference(named("features.policy"), named("tianxing"))
    told = {id(edge.entry) for edge in edges(found)}
    assert told == {id(e) for e in found.entries if e.region.cls.topic is not Topic.STANDS}


def values(found: Sequence[EmittedTest], fact: str) -> set[object]:
    return {test.facts[fact] for test in found if fact in test.facts}


def test_both_ends_of_a_moved_threshold_are_tried(tmp_path: Path) -> None:
    rule = "rule lost: when unreachable > {}h then allow contact(emergency)"
    left = written(tmp_path, rule.format(72), "left")
    right = written(tmp_path, rule.format(48), "right")
    found = emitted(difference(left, right)).tests
    assert {49, 72} <= values(found, "unreachable")
    assert {test.verdict for test in found} == {Verdict.SILENT}


def test_both_ends_of_a_night_are_tried(tmp_path: Path) -> None:
    left = written(
        tmp_path, "rule n: when time from 20:00 to 08:00 then forbid contact(any, phone)", "left"
    )
    right = written(tmp_path, "rule n: allow contact(any, letter)", "right")
    found = emitted(difference(left, right)).tests
    assert {20 * 3600, 8 * 3600 - 60} <= values(found, "time")


def test_the_edge_of_a_sum_is_tried(tmp_path: Path) -> None:
    left = written(
        tmp_path, "rule big: when amount > 10 * instalment then allow contact(emergency)", "left"
    )
    right = written(tmp_path, "rule other: allow contact(borrower)", "right")
    found = emitted(difference(left, right)).tests
    sums = [
        t.facts["amount"] - 10 * t.facts["instalment"]  # type: ignore[operator]  # both are numbers
        for t in found
        if "amount" in t.facts
    ]
    assert min(sums) * 100 == 1


def test_the_edge_of_an_exception_is_tried(tmp_path: Path) -> None:
    ban = "rule ban: forbid contact(any, phone)"
    night = "rule night: when time from 20:00 to 08:00 then forbid contact(borrower, phone)"
    found = difference(written(tmp_path, ban, "left"), written(tmp_path, night, "right"))
    assert any(e.region.exceptions for e in found.entries)
    assert {8 * 3600, 20 * 3600 - 60} <= values(emitted(found).tests, "time")


Run = Callable[[str, str], list[bool]]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("tianxing", "xiaohua"),
        ("xiaohua", "tianxing"),
        ("tianxing", "pipl"),
        ("features.policy", "pipl"),
    ],
)
def test_the_text_reads_back_as_tests_that_the_left_policy_passes(
    tmp_path: Path, left: str, right: str, language: str
) -> None:
    made = emitted(difference(named(left), named(right)))
    text = as_text(made, "zh" if language == "zh" else "en")
    for file in FOLDER.glob("*.policy"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    path = tmp_path / f"{left.removesuffix(SUFFIX)}.policy"
    before = path.read_text("utf-8")
    if left == "features.policy":
        before = before.partition('policy rules_of_thumb "features, second')[0]
    path.write_text(before + "\n" + text, "utf-8")
    library = Library()
    project = open_project([path], library)
    assert [
        f.message()
        for d in project.documents
        for f in d.findings
        if f.code.name != "unsourced-rule"
    ] == []
    policies = Policies(library, Elaborator(library))
    ran = list(run(policies, project.documents, date(2025, 6, 1)))
    assert len(ran) > text.count("\n\n") / 2
    assert [r.test.title for r in ran if not r.passed] == []


def test_a_left_out_fact_of_the_other_policy_leaves_its_answer_open(tmp_path: Path) -> None:
    left = written(tmp_path, "rule a: allow contact(borrower)", "left")
    right = written(
        tmp_path, "fact vip: yes/no\nrule a: when vip then forbid contact(borrower)", "right"
    )
    for test in emitted(difference(left, right)).tests:
        assert "vip" not in test.facts
        assert decide(left, test.action, test.facts).verdict is test.verdict
        assert not passes(right, test)


TERM = "term x: days from 10 to 20, unspecified\n"
AT_LEAST = TERM + "rule s: when overdue >= x then forbid contact(borrower, visit)"


def test_open_terms_of_one_name_have_one_value_in_a_test(tmp_path: Path) -> None:
    left = written(tmp_path, AT_LEAST, "left")
    right = written(tmp_path, AT_LEAST.replace(">=", ">"), "right")
    made = emitted(difference(left, right))
    assert made.tests
    for test in made.tests:
        assert test.facts["overdue"] == test.facts["x"]
        assert passes(left, test)
        assert not passes(right, test)
    assert made.alike == 1


def test_policies_that_differ_only_by_the_values_of_their_terms_have_no_test(
    tmp_path: Path,
) -> None:
    left, right = (written(tmp_path, AT_LEAST, name) for name in ("left", "right"))
    made = emitted(difference(left, right))
    assert (made.tests, made.alike, made.rebuttable) == ((), 2, 0)


def test_a_term_that_only_one_policy_leaves_open_is_stated_as_before(tmp_path: Path) -> None:
    left = written(tmp_path, AT_LEAST, "left")
    right = written(tmp_path, AT_LEAST.replace("x", "y"), "right")
    made = emitted(difference(left, right))
    assert made.alike == 0
    assert {("x" in test.facts, "y" in test.facts) for test in made.tests} == {(True, False)}
    assert all(passes(left, test) and not passes(right, test) for test in made.tests)


def test_a_difference_in_what_can_be_rebutted_is_counted(tmp_path: Path) -> None:
    rule = "rule a: when overdue > 5 then forbid contact(borrower, phone)"
    left = written(tmp_path, rule, "left")
    right = written(tmp_path, rule.replace("a:", "a rebuttable:"), "right")
    made = emitted(difference(left, right))
    assert (made.tests, made.alike, made.rebuttable) == ((), 0, 1)
