"""Answers: from the clauses that apply to the verdict and the rules that give it.

Which clauses apply is an integer, bit `i` for clause `i`. A policy has few different answers
against the number of its cases, so each is made once and shared.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import attrs

from policyc.core.meaning import Outcome
from policyc.core.policy import VERDICT_OF, Clause, Effect, Verdict

_DECISIVE = (Effect.ALLOW, Effect.FORBID, Effect.REQUIRE)
"""Where a live clause has one of these effects, no default acts."""


class Answer(NamedTuple):
    """What a policy says of one action in one case; `rules` names the live rules, in order, once.

    A default that acts is live. The duties that come with the action are asked for by themselves.
    A named tuple and no class of attrs, because making one takes half the time.
    """

    verdict: Verdict
    rules: tuple[str, ...]
    live: tuple[Clause, ...]
    defeated: tuple[Clause, ...]
    rebuttable: bool


@attrs.frozen
class Missing:
    """The case does not state what the answer needs; `key` is one axis that it would have to."""

    key: str


def answer_of(outcome: Outcome) -> Answer:
    """What the definition says, as an answer."""
    rules = tuple(dict.fromkeys(clause.rule for clause in outcome.live))
    return Answer(outcome.verdict, rules, outcome.live, outcome.defeated, outcome.rebuttable)


class Settlement:
    """Which of the clauses that apply are live, for the clauses that cover one action.

    `defaults` follow the `clauses` in the numbering of the bits. Raises `ValueError` where rules
    override one another in a ring.
    """

    def __init__(self, clauses: Sequence[Clause], defaults: Sequence[Clause]) -> None:
        self._all = (*clauses, *defaults)
        self._clauses = (1 << len(clauses)) - 1
        self._decisive = _mask(clause.effect in _DECISIVE for clause in self._all)
        self._final = _mask(not clause.rebuttable for clause in self._all)
        self._forbidding = self._of_effect(Effect.FORBID)
        self._requiring = self._of_effect(Effect.REQUIRE)
        self._verdicts = [(self._of_effect(effect), v) for effect, v in VERDICT_OF.items()]
        self._overriders = _overriders(clauses)
        self._contested = sum(1 << place for place in self._overriders)

    def answer(self, applying: int) -> Answer:
        """The answer where exactly these clauses and defaults apply."""
        clauses = applying & self._clauses
        defeated = self._defeated(clauses) if clauses & self._contested else 0
        live = clauses & ~defeated
        if not live & self._decisive:
            live |= applying & ~self._clauses
        verdict, deciding = self._verdict(live)
        chosen = self._chosen(live)
        return Answer(
            verdict,
            tuple(dict.fromkeys([clause.rule for clause in chosen])),
            chosen,
            self._chosen(defeated),
            bool(deciding) and not deciding & self._final,
        )

    def _defeated(self, applying: int) -> int:
        """The applying clauses that a live one overrides; overriders are settled first."""
        defeated = 0
        for place, overriders in self._overriders.items():
            if overriders & applying & ~defeated and applying >> place & 1:
                defeated |= 1 << place
        return defeated

    def _verdict(self, live: int) -> tuple[Verdict, int]:
        """The verdict of live clauses (`core.meaning.verdict_of`), and those that give it."""
        forbidding, requiring = live & self._forbidding, live & self._requiring
        if forbidding and requiring:
            return Verdict.CONFLICT, forbidding | requiring
        for effective, verdict in self._verdicts:
            if live & effective:
                return verdict, live & effective
        return Verdict.SILENT, 0

    def _of_effect(self, effect: Effect) -> int:
        return _mask(clause.effect is effect for clause in self._all)

    def _chosen(self, mask: int) -> tuple[Clause, ...]:
        return tuple([self._all[place] for place in places(mask)])


def places(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set, ascending."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _mask(chosen: Iterable[bool]) -> int:
    return sum(1 << place for place, wanted in enumerate(chosen) if wanted)


def _overriders(clauses: Sequence[Clause]) -> dict[int, int]:
    """For each clause that others override, those as a mask; overriders before overridden."""
    by_rule: dict[str, int] = {}
    for place, clause in enumerate(clauses):
        for name in clause.overrides:
            by_rule[name] = by_rule.get(name, 0) | 1 << place
    waiting = {i: by_rule[c.rule] for i, c in enumerate(clauses) if c.rule in by_rule}
    ordered: dict[int, int] = {}
    while waiting:
        unsettled = sum(1 << place for place in waiting)
        ready = {place: mask for place, mask in waiting.items() if not mask & unsettled}
        if not ready:
            raise ValueError("rules override one another in a ring")
        ordered |= ready
        waiting = {place: mask for place, mask in waiting.items() if place not in ready}
    return ordered
