"""The order of strictness: what binds more is stricter, and silence stands before permission."""

import pytest

from policyc.core.actions import Signature
from policyc.core.meaning import Outcome
from policyc.core.policy import Verdict
from policyc.core.strictness import ORDER, is_ranked, stricter

SOFT = [verdict for verdict in Verdict if verdict not in (Verdict.SILENT, Verdict.UNDETERMINED)]


def outcome(verdict: Verdict, *, rebuttable: bool = False) -> Outcome:
    return Outcome(verdict, (), (), (), rebuttable)


def test_every_verdict_of_a_complete_case_has_its_place() -> None:
    assert set(ORDER) == set(Verdict) - {Verdict.UNDETERMINED}


@pytest.mark.parametrize("place", range(len(ORDER) - 1))
def test_each_verdict_is_stricter_than_all_after_it(place: int) -> None:
    for later in ORDER[place + 1 :]:
        assert stricter(outcome(ORDER[place]), outcome(later)) == 0
        assert stricter(outcome(later), outcome(ORDER[place])) == 1


def test_silence_is_stricter_than_a_permission_and_looser_than_an_obligation() -> None:
    assert stricter(outcome(Verdict.SILENT), outcome(Verdict.ALLOWED)) == 0
    assert stricter(outcome(Verdict.SILENT), outcome(Verdict.REQUIRED)) == 1


@pytest.mark.parametrize("verdict", [v for v in SOFT if v is not Verdict.ALLOWED])
def test_what_cannot_be_rebutted_is_stricter(verdict: Verdict) -> None:
    firm, soft = outcome(verdict), outcome(verdict, rebuttable=True)
    assert (stricter(firm, soft), stricter(soft, firm)) == (0, 1)
    assert stricter(firm, firm) is stricter(soft, soft) is None


def test_a_permission_is_as_strict_as_one_that_can_be_rebutted() -> None:
    assert stricter(outcome(Verdict.ALLOWED), outcome(Verdict.ALLOWED, rebuttable=True)) is None


def test_what_borrowers_do_is_not_ranked() -> None:
    assert is_ranked(Signature("contact"))
    assert not is_ranked(Signature("complain", by_borrower=True))
