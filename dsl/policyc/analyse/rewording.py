"""Rules that read otherwise in two policies and mean the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from policyc.analyse.coverage import same_cases
from policyc.core.policy import Clause, Deadline, Effect, Policy, Rule
from policyc.space.boxes.box import Box
from policyc.space.space import Space


@attrs.frozen
class Rewording:
    """A rule of the left policy and one of the right that say the same in every case.

    `renamed` says that they go by different names, else it is the words that differ.
    """

    rules: tuple[str, str]

    @property
    def renamed(self) -> bool:
        """Whether the two go by different names."""
        return self.rules[0] != self.rules[1]


_Boxes: TypeAlias = dict[tuple[str, Effect, bool, Deadline | None], list[Box]]
Meaning: TypeAlias = Mapping[tuple[str, Effect, bool, Deadline | None], list[Box]]
"""The boxes of a rule for each action and kind of effect."""


def rewordings(space: Space, pair: tuple[int, int] = (0, 1)) -> tuple[Rewording, ...]:
    """The rules that two policies word or name differently and that mean the same, proved so.

    Rules of one name are compared first; those left over by what they mean.
    """
    left, right = (_meanings(space, number) for number in pair)
    policies = tuple(space.joint.policies[number] for number in pair)
    names = [name for name in left if name in right]
    found = [
        Rewording((name, name))
        for name in names
        if _worded(policies[0].rules.get(name)) != _worded(policies[1].rules.get(name))
        and _same_overrides(policies[0], policies[1], name)
        and _same(space, left[name], right[name])
    ]
    rest = {name: meaning for name, meaning in right.items() if name not in left}
    found += _renamed({n: m for n, m in left.items() if n not in right}, rest)
    return tuple(found)


def _renamed(left: Mapping[str, Meaning], right: Mapping[str, Meaning]) -> Iterator[Rewording]:
    """Rules of different names with the very same boxes; each is used once."""
    waiting = dict(right)
    for name, meaning in left.items():
        twin = next((other for other, theirs in waiting.items() if _equal(meaning, theirs)), None)
        if twin is not None:
            del waiting[twin]
            yield Rewording((name, twin))


def _equal(left: Meaning, right: Meaning) -> bool:
    return left.keys() == right.keys() and all(set(left[k]) == set(right[k]) for k in left)


def _same(space: Space, left: Meaning, right: Meaning) -> bool:
    return left.keys() == right.keys() and all(
        same_cases(space, key[0], left[key], right[key]) for key in left
    )


def _meanings(space: Space, number: int) -> Mapping[str, Meaning]:
    """For each rule the cases where its clauses apply, whatever overrides them."""
    side = space.sides[number]
    found: dict[str, _Boxes] = {}
    clauses: Sequence[Clause] = (*side.policy.clauses, *side.policy.defaults)
    for clause, boxes in zip(clauses, (*side.applying, *side.default_boxes), strict=True):
        key = (clause.pattern.name, clause.effect, clause.rebuttable, clause.deadline)
        found.setdefault(clause.rule, {}).setdefault(key, []).extend(boxes)
    return found


def _same_overrides(left: Policy, right: Policy, rule: str) -> bool:
    mine, yours = (
        {name for c in policy.clauses if c.rule == rule for name in c.overrides}
        for policy in (left, right)
    )
    return mine == yours


_COMMENT_OR_TEXT = re.compile(r"#[^\n]*|(\"[^\"\n]*\")")


def _worded(rule: Rule | None) -> str | None:
    """A rule's text without comments and layout; `None` where it has none."""
    if rule is None or rule.where is None:
        return None
    return " ".join(_COMMENT_OR_TEXT.sub(lambda found: found[1] or "", rule.where.text).split())
