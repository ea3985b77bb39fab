"""Which verdicts a policy gives in a box, and which of them permit and forbid."""

from collections.abc import Iterable

from policyc.core.policy import Verdict
from policyc.space.boxes.box import Box
from policyc.space.differences.classes import VERDICTS
from policyc.space.differences.drafts import Blockers, Draft
from policyc.space.differences.inside import said
from policyc.space.space import Space

PERMITS = (Verdict.REQUIRED, Verdict.RECOMMENDED, Verdict.ALLOWED)
"""The verdicts by which an action may be done."""
FORBIDS = (Verdict.FORBIDDEN, Verdict.CONFLICT)
"""Those by which it may not."""


def verdicts_in(
    space: Space, number: int, action: str, box: Box, among: Iterable[Verdict] = VERDICTS
) -> tuple[Verdict, ...]:
    """Those of some verdicts that a policy gives on an action in some case of a box."""
    draft = Draft(action, box, box, (), (), {}, Blockers(()))
    return tuple(found.verdict for found in said(space, draft, number, among))
