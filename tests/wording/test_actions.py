"""Actions, patterns and verdicts in both scripts."""

from policyc.core.actions import Ground, Pattern, Same
from policyc.core.policy import Effect, Verdict
from policyc.wording.actions import action_text, pattern_text
from policyc.wording.speech import Speech
from policyc.wording.verdicts import effect_word, verdict_word
from tests.strategies.wording import everything

POLICY = everything().policy
assert POLICY is not None
ENGLISH, CHINESE = Speech.of(POLICY), Speech.of(POLICY, "zh")


def test_an_action_shows_every_argument() -> None:
    action = Ground("contact", ("emergency", "single"))
    assert action_text(ENGLISH, action) == "contact(emergency, single)"
    assert action_text(CHINESE, action) == "联系(紧急联系人, single)"


def test_a_pattern_leaves_out_what_is_any_at_its_end() -> None:
    pattern = Pattern("contact", (frozenset({"borrower", "employer"}), None))
    assert pattern_text(ENGLISH, pattern) == "contact(borrower | employer)"
    assert pattern_text(CHINESE, Pattern("contact", (None, None))) == "联系(任何)"


def test_a_pattern_says_who_is_left_out_where_these_are_fewer() -> None:
    pattern = Pattern("answered", (frozenset({"borrower", "employer", "friend"}),))
    assert pattern_text(ENGLISH, pattern) == "answered(not emergency)"
    assert pattern_text(CHINESE, pattern) == "接听(非 紧急联系人)"


def test_the_proposed_action_s_own_argument_is_the_same() -> None:
    assert pattern_text(ENGLISH, Pattern("answered", (Same("target"),))) == "answered(same target)"


def test_verdicts_and_effects_are_words_of_the_language() -> None:
    assert [verdict_word(v) for v in Verdict] == [v.value for v in Verdict]
    assert verdict_word(Verdict.FORBIDDEN, "zh") == "禁止"
    assert [effect_word(e) for e in Effect] == [e.value for e in Effect]
    assert effect_word(Effect.DISCOURAGE, "zh") == "不宜"
