"""Where a policy has some effects and lacks others, as boxes to be in and boxes to be out of.

A default acts where no live clause allows, forbids or requires. That is no box, so a question
about a policy with defaults has alternatives: a live clause rules there, or the default acts.
"""

from collections.abc import Iterable, Iterator

import attrs

from policyc.core.meaning import gives
from policyc.core.policy import Effect, Verdict
from policyc.space.boxes.boxset import BoxSet
from policyc.space.live import RULING, Side, Tag
from policyc.space.overlap import Overlap

Set = BoxSet[Tag]


@attrs.frozen
class Alternative:
    """The cases in a box of each of `within` and in no box of `without`."""

    within: tuple[Set | Overlap, ...]
    without: tuple[Set, ...]


def alternatives(
    side: Side, action: str, have: Iterable[Effect], lack: Iterable[Effect]
) -> Iterator[Alternative]:
    """Where a policy has all of some effects on an action and none of others, together all cases.

    `have` and `lack` speak of the effects that count: live clauses and acting defaults.
    """
    have, lack = list(have), list(lack)
    if not all(side.speaks(action, e) for e in have):
        return
    wanted = [side.live_set(action, e) for e in have]
    barred = [side.live_set(action, e) for e in lack]
    if not side.has_defaults(action):
        yield from _alternative(wanted, barred)
        return
    live = {e: side.live_set(action, e) for e in Effect}
    default = {e: side.default_set(action, e) for e in Effect}
    spare = [default[e] for e in lack if len(default[e])]
    if not spare or any(e in RULING for e in have):
        yield from _alternative(wanted, barred)
    else:
        yield from _alternative(wanted, barred + spare)
        ruling = united(live[e] for e in Effect if e in RULING and e not in lack)
        yield from _alternative([*wanted, united(spare), ruling], barred)
    if have:
        yield from _acting(live, default, have, lack)


def _acting(
    live: dict[Effect, Set], default: dict[Effect, Set], have: list[Effect], lack: list[Effect]
) -> Iterator[Alternative]:
    """Where no live clause rules and at least one of the effects comes from a default."""
    silent = [live[e] for e in Effect if e in RULING]
    barred = [*silent, *(live[e] for e in lack if e not in RULING), *(default[e] for e in lack)]
    wanted = [
        default[e] if e in RULING or len(have) == 1 else united((live[e], default[e])) for e in have
    ]
    if any(len(default[e]) for e in have):
        yield from _alternative(wanted, barred)


def united(sets: Iterable[Set]) -> Set:
    """The boxes of several sets."""
    return BoxSet((box, tag) for s in sets for box in s.boxes for tag in s.tags[box])


def _alternative(within: Iterable[Set], without: Iterable[Set]) -> Iterator[Alternative]:
    """The alternative, unless nothing is in it."""
    within = tuple(within)
    if all(len(s) for s in within):
        yield Alternative(within, tuple(s for s in without if len(s)))


def firmness(side: Side, action: str, verdict: Verdict, firm: bool) -> Iterator[Alternative]:
    """Where a policy's verdict on an action is this one and stands, or can be rebutted.

    It can be rebutted where every clause that gives it is rebuttable.
    """
    effects = [e for e in Effect if gives(e, verdict)]
    if not all(side.speaks(action, e) for e in effects):
        return
    higher = _lacking(verdict)
    for ruled in (True, False) if side.has_defaults(action) else (None,):
        sets = {e: _counting(side, action, e, ruled) for e in Effect}
        ruling = [side.live_set(action, e) for e in Effect if e in RULING]
        within = [sets[e] for e in effects] + ([united(ruling)] if ruled else [])
        without = [sets[e] for e in higher] + (ruling if ruled is False else [])
        standing = {e: _firm(sets[e]) for e in effects}
        soft = any(len(standing[e]) < len(sets[e]) for e in effects)
        if not firm and soft:
            yield from _alternative(within, [*without, *standing.values()])
        for e in effects if firm else ():
            others = [s for s in within if s is not sets[e]]
            yield from _alternative([standing[e], *others], without)


def _counting(side: Side, action: str, effect: Effect, ruled: bool | None) -> Set:
    """The boxes that count for an effect; defaults do where no live clause rules."""
    live = side.live_set(action, effect)
    return united((live, side.default_set(action, effect))) if ruled is False else live


def _firm(boxes: Set) -> Set:
    if not any(tag.rebuttable for tags in boxes.tags.values() for tag in tags):
        return boxes
    return BoxSet((b, t) for b in boxes.boxes for t in boxes.tags[b] if not t.rebuttable)


def _lacking(verdict: Verdict) -> list[Effect]:
    """The effects that would have given a higher verdict."""
    if verdict is Verdict.CONFLICT:
        return []
    if verdict is Verdict.FORBIDDEN:
        return [Effect.REQUIRE]
    order = list(Effect)
    return order[: order.index(next(e for e in order if gives(e, verdict)))]


def having(side: Side, action: str, verdict: Verdict) -> Iterator[Alternative]:
    """Where a policy's verdict on an action is this one."""
    if verdict is Verdict.SILENT:
        return alternatives(side, action, (), Effect)
    effects = [e for e in Effect if gives(e, verdict)]
    return alternatives(side, action, effects, _lacking(verdict))
