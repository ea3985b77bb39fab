"""Clauses of a statute that none of several policies promises to keep."""

from collections.abc import Sequence

import attrs

from policyc.analyse.comparison import Comparison
from policyc.analyse.compliance import Compliance
from policyc.analyse.not_kept import Way, not_kept
from policyc.core.policy import Policy


@attrs.frozen(eq=False)
class Unpromised:
    """A rule of a statute, and how each policy (by number) does without promising to keep it.

    `broken` and `left_out` say whether that is certain. `unpermitted` are the policies that
    nowhere permit the action that the rule is a condition of.
    """

    statute: Policy
    rule: str
    broken: dict[int, bool]
    left_out: dict[int, bool]
    unpermitted: tuple[int, ...]


def promised_by_none(found: Comparison) -> tuple[Unpromised, ...]:
    """The rules that every policy breaks, leaves out or has no occasion for; of one policy none.

    In the order of each statute's text. Rules that some policy is certain to keep to are none of
    them.
    """
    if len(found.policies) == 1:
        return ()
    return tuple(
        each
        for statute in found.statutes
        for each in _of_statute(statute, [a for a in found.against if a.statute is statute])
    )


def _of_statute(statute: Policy, against: Sequence[Compliance]) -> list[Unpromised]:
    broken = [not_kept(each, Way.BROKEN) for each in against]
    left_out = [not_kept(each, Way.LEFT_OUT) for each in against]
    unpermitted = [{duty.duty.rule for duty in each.unpermitted} for each in against]
    found = []
    for rule in dict.fromkeys(clause.rule for clause in (*statute.clauses, *statute.defaults)):
        breaking = {i: known[rule] for i, known in enumerate(broken) if rule in known}
        lacking = {i: known[rule] for i, known in enumerate(left_out) if rule in known}
        others = [i for i in range(len(against)) if i not in breaking and i not in lacking]
        if all(rule in unpermitted[i] for i in others):
            found.append(Unpromised(statute, rule, breaking, lacking, tuple(others)))
    return found
