"""Where prohibitions cut into permissions."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given

from policyc.analyse.cuts import cuts
from policyc.core.meaning import consistent, decide
from policyc.core.policy import Effect, Policy
from tests.analyse.loading import written
from tests.strategies.core import grounds, policies, random_case, randoms, used_axes

RULES = """
rule calls: when overdue >= 8 then allow contact(borrower, phone)
rule messages: allow contact(borrower, sms)
rule quiet: when time from 20:00 to 08:00 then forbid contact(any, phone)
rule early: when overdue < 8 then forbid contact(borrower)
"""


def test_a_quiet_hour_cuts_into_the_permission_to_call(tmp_path: Path) -> None:
    assert cuts(written(tmp_path, RULES)) == {"calls": ("quiet",), "messages": ("early",)}


def test_a_prohibition_that_is_overridden_wherever_they_meet_does_not(tmp_path: Path) -> None:
    rules = RULES.replace("rule messages:", "rule messages overrides early:")
    assert cuts(written(tmp_path, rules)) == {"calls": ("quiet",)}


def test_a_rule_does_not_cut_into_itself(tmp_path: Path) -> None:
    rules = "rule one: when overdue > 3 then allow outsource otherwise forbid outsource\n"
    assert cuts(written(tmp_path, rules)) == {}


@pytest.mark.property
@given(policies(), randoms())
def test_where_both_are_live_in_some_case_the_cut_is_named(policy: Policy, random: Random) -> None:
    found = cuts(policy)
    for action in grounds():
        case = random_case(random, used_axes(policy))
        if consistent(policy, action, case):
            live = decide(policy, action, case).live
            ruling = [clause for clause in live if clause in policy.clauses]
            for allowing in (c for c in ruling if c.effect is Effect.ALLOW):
                for forbidding in (c for c in ruling if c.effect is Effect.FORBID):
                    same = allowing.rule == forbidding.rule
                    assert same or forbidding.rule in found[allowing.rule]
