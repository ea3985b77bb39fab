"""What `diff` and `compare` say of two policies holds in every case tried.

`POLICYC_ROUNDS` multiplies how many pairs there are (`make fuzz`); `python -m
tests.whole.brute_force` goes on for as long as one likes.
"""

import os
from collections import Counter

import attrs
import pytest

from policyc.analyse.compliance import Compliance, compliance
from policyc.analyse.difference import difference
from policyc.core.policy import Policy
from tests.whole import claims
from tests.whole.claims import Wrong, check

ROUNDS = int(os.environ.get("POLICYC_ROUNDS", "1"))
SHARDS = 15
PAIRS = 6
CASES = 1_300
"""Shards × pairs × cases: over 100,000 cases are compared in every run.

A few pairs have no case at all: what they assume contradicts itself.
"""


@pytest.mark.property
@pytest.mark.parametrize("shard", range(SHARDS * ROUNDS))
def test_every_claim_about_two_policies_holds_in_every_case(shard: int) -> None:
    tally = Counter[str]()
    for number in range(shard * PAIRS, (shard + 1) * PAIRS):
        tally.update(check(number, CASES))

    assert tally["cases"] >= (PAIRS - 2) * CASES
    assert tally["cases that differ"] > 0
    assert tally["witnesses replayed"] > 0
    assert tally["undecided parts"] == 0


def test_a_difference_that_is_left_out_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        claims,
        "difference",
        lambda left, right: attrs.evolve(d := difference(left, right), entries=d.entries[1:]),
    )
    with pytest.raises(Wrong, match="the list is wrong"):
        check(4, 500)


def test_a_breach_that_is_left_out_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        claims,
        "compliance",
        lambda left, right: attrs.evolve(compliance(left, right), broken=()),
    )
    with pytest.raises(Wrong, match="breach"):
        check(2, 20)


def test_a_breach_of_the_wrong_clause_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def misnamed(left: Policy, right: Policy) -> Compliance:
        found = compliance(left, right)
        others = tuple(attrs.evolve(each, rule="another") for each in found.broken)
        return attrs.evolve(found, broken=others)

    monkeypatch.setattr(claims, "compliance", misnamed)
    with pytest.raises(Wrong, match="clauses broken"):
        check(2, 20)
