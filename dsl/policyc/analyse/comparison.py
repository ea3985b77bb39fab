"""Several policies side by side, and held against statutes."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import attrs

from policyc.analyse.compliance import Compliance, compliance
from policyc.analyse.disputes import Disputes, disputes
from policyc.analyse.overview import Overview, main_action, overview
from policyc.analyse.standing import Standing, standing
from policyc.analyse.terms import TermRow, term_rows
from policyc.core.policy import Policy
from policyc.space.grid.joint import Joint, join
from policyc.space.space import Space

SIDE_BY_SIDE = 12
"""Up to how many policies are put side by side case by case; of more only the standing is told."""

Step: TypeAlias = Callable[[], object]


@attrs.frozen(eq=False)
class Comparison:
    """What N policies say, together.

    `silent` names, for each action that some policy speaks of, the policies (by number) that do
    not. `disputes` and `overviews` are `None` where there are too many policies for them.
    `against` holds one entry for each policy and statute, policies first.
    """

    policies: tuple[Policy, ...]
    statutes: tuple[Policy, ...]
    standing: Standing
    silent: dict[str, tuple[int, ...]]
    terms: tuple[TermRow, ...]
    disputes: Disputes | None
    overviews: tuple[Overview, ...] | None
    against: tuple[Compliance, ...]
    joint: Joint

    @property
    def breached(self) -> bool:
        """Whether some policy permits what a statute forbids."""
        return any(found.complies is False for found in self.against)


def steps(policies: int, statutes: int, actions: int) -> int:
    """How many steps `comparison` takes, for a progress bar."""
    return actions + policies * statutes + 1


def comparison(
    policies: Sequence[Policy],
    statutes: Sequence[Policy] = (),
    actions: Sequence[str] | None = None,
    step: Step = lambda: None,
) -> Comparison:
    """The policies compared (about these actions). Raises `NotComparable`."""
    joint = join(policies)
    names = list(joint.vocabulary.actions if actions is None else actions)
    found = standing(policies, names, step)
    few = len(policies) <= SIDE_BY_SIDE
    result = Comparison(
        tuple(policies),
        tuple(statutes),
        found,
        {action: _silent(policies, action) for action in found.by_action},
        term_rows(policies),
        disputes(Space(policies), found.by_action) if few else None,
        tuple(_overviews(policies, actions)) if few else None,
        tuple(_against(policies, statutes, actions, step)),
        joint,
    )
    step()
    return result


def _silent(policies: Sequence[Policy], action: str) -> tuple[int, ...]:
    """The policies that have no rule and no default about an action."""
    return tuple(
        number
        for number, policy in enumerate(policies)
        if all(c.pattern.name != action for c in (*policy.clauses, *policy.defaults))
    )


def _overviews(policies: Sequence[Policy], actions: Sequence[str] | None) -> list[Overview]:
    """The tables of the actions asked for, or of the one that most rules speak of."""
    first = main_action(policies)
    names = list(actions) if actions is not None else [first] if first is not None else []
    return [found for name in names if any((found := overview(policies, name)).rows)]


def _against(
    policies: Sequence[Policy],
    statutes: Sequence[Policy],
    actions: Sequence[str] | None,
    step: Step,
) -> list[Compliance]:
    found = []
    for policy in policies:
        for statute in statutes:
            known = {**policy.vocabulary.actions, **statute.vocabulary.actions}
            about = None if actions is None else [name for name in actions if name in known]
            found.append(compliance(policy, statute, about))
            step()
    return found
