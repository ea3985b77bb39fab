"""Two policies' outcomes as diagrams, and what a case of both together is."""

from collections.abc import Callable
from enum import Enum
from typing import TypeAlias

from policyc.core.meaning import gives, verdict_of
from policyc.core.policy import Effect
from policyc.space.boxes.box import Box
from policyc.space.boxes.diagram import Diagrams
from policyc.space.boxes.leaves import either, union
from policyc.space.differences.classes import Class, is_of
from policyc.space.live import RULING, Tag

Marked: TypeAlias = list[tuple[Tag, Box]]
"""Boxes, each with where it comes from."""


class Kind(Enum):
    """What a case of two outcomes is, beside a region of a class."""

    DIFFERENT = "different, in the region"
    ELSEWHERE = "different in the same way, in another region"
    OTHERWISE = "different in another way"
    EQUAL = "equal"


def outcome(d: Diagrams, found: Marked, placed: Callable[[Box], Box]) -> int:
    """The verdict of one side and whether it can be rebutted; `placed` gives a box by levels."""
    groups: dict[tuple[bool, Effect, bool], list[int]] = {}
    for tag, box in found:
        key = (tag.default, tag.effect, tag.rebuttable)
        groups.setdefault(key, []).append(d.box(placed(box)))
    nodes = [d.mapped(_tagger(key), d.merge(boxes, either, False)) for key, boxes in groups.items()]
    return d.mapped(_verdict, d.merge(nodes, union, frozenset()))


def _tagger(key: tuple[bool, Effect, bool]) -> Callable[[object], object]:
    return lambda live: frozenset((key,)) if live else frozenset()


def _verdict(found: object) -> object:
    """The verdict of live clauses `(default, effect, rebuttable)`, and whether it is rebuttable."""
    assert isinstance(found, frozenset)
    ruled = any(not default and effect in RULING for default, effect, _ in found)
    acting = [(effect, soft) for default, effect, soft in found if not (default and ruled)]
    verdict = verdict_of(effect for effect, _ in acting)
    giving = [soft for effect, soft in acting if gives(effect, verdict)]
    return verdict, bool(giving) and all(giving)


def compared(cls: Class) -> Callable[[object, object], object]:
    """Tells of two outcomes whether they are equal, or differ in the way of a class."""

    def told(left: object, right: object) -> object:
        if left == right:
            return Kind.EQUAL
        assert isinstance(left, tuple)
        assert isinstance(right, tuple)
        return Kind.ELSEWHERE if is_of(cls, left, right) else Kind.OTHERWISE

    return told


def located(kind: object, inside: object) -> object:
    """What a case is, if it is known besides whether it is in the region."""
    return Kind.DIFFERENT if inside and kind is not Kind.EQUAL else kind
