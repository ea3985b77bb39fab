"""On what an undetermined verdict turns, in one sentence."""

from collections.abc import Sequence

from policyc.core.policy import Verdict
from policyc.decide.decision import Outcome
from policyc.decide.phrases import OTHERWISE, OUTCOME
from policyc.wording.conditions import condition_text
from policyc.wording.speech import Speech
from policyc.wording.verdicts import verdict_word


def told(speech: Speech, outcomes: Sequence[Outcome]) -> list[tuple[Verdict, str | None]]:
    """The verdicts with their conditions, the one with the longest last and without it."""
    said = [(outcome.verdict, condition_text(speech, outcome.when)) for outcome in outcomes]
    if not said:
        return []
    rest = max(range(len(said)), key=lambda place: (len(said[place][1]), -place))
    others = [pair for place, pair in enumerate(said) if place != rest]
    return [*others, (said[rest][0], None)]


def residual_text(speech: Speech, outcomes: Sequence[Outcome]) -> str | None:
    """`allowed if ever(written_notice); forbidden otherwise`; `None` where nothing is open."""
    chinese = speech.language == "zh"
    parts = [
        (OTHERWISE if when is None else OUTCOME)[speech.language].format(
            verdict=verdict_word(verdict, speech.language), condition=when
        )
        for verdict, when in told(speech, outcomes)
    ]
    return ("；" if chinese else "; ").join(parts) or None
