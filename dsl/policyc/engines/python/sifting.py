"""Sifting: of many guards at once, striking out by each subject's value those it contradicts.

Each guard is a few boxes, each box a bit. A subject has one row of bits per cell; the rows that a
case selects, met, are the boxes that it lies in. That takes one look-up per subject, however many
guards there are (the bit-vector method for packet filters: Lakshman and Stiliadis, 1998,
"High-speed policy-based packet forwarding using efficient multi-dimensional range matching").
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from policyc.engines.python.formulas import Box, Formula, boxes
from policyc.engines.python.grid import Subject
from policyc.engines.python.steps import Rows, Sift

_MOST_BOXES = 32
"""A guard that takes more is left over."""
_LONELY = 2
"""A subject that no more guards ask about gets no rows; these guards are left over."""


@attrs.frozen
class Sifted:
    """A step for many guards, the owners of the bits that it adds, and the guards left over."""

    step: Sift | None
    owners: tuple[int, ...]
    left: Mapping[int, Formula]


def sift(guarded: Mapping[int, Formula], subjects: Sequence[Subject], first: int) -> Sifted:
    """Guards by the number of their bit, sifted; bits from `first` on are added where needed."""
    boxed = {place: boxes(formula, _MOST_BOXES) for place, formula in guarded.items()}
    chosen = _sociable({place: found for place, found in boxed.items() if found})
    bits, owners = _numbered(chosen, first)
    return Sifted(
        Sift(_tables(bits, subjects)) if bits else None,
        owners,
        {place: formula for place, formula in guarded.items() if place not in chosen},
    )


def _sociable(boxed: Mapping[int, list[Box]]) -> Mapping[int, list[Box]]:
    """The guards all of whose subjects are asked about by many of them."""
    asked = {place: {s for box in found for s in box} for place, found in boxed.items()}
    while True:
        counts = Counter(subject for subjects in asked.values() for subject in subjects)
        kept = {p: s for p, s in asked.items() if all(counts[subject] > _LONELY for subject in s)}
        if len(kept) == len(asked):
            return {place: boxed[place] for place in kept}
        asked = kept


def _numbered(boxed: Mapping[int, list[Box]], first: int) -> tuple[dict[int, Box], tuple[int, ...]]:
    """Boxes by bit: the first of a guard has its number, others new ones with these owners."""
    bits: dict[int, Box] = {}
    owners: list[int] = []
    for place, (head, *others) in boxed.items():
        bits[place] = head
        for box in others:
            bits[first + len(owners)] = box
            owners.append(place)
    return bits, tuple(owners)


def _tables(bits: Mapping[int, Box], subjects: Sequence[Subject]) -> tuple[Rows, ...]:
    masks: dict[int, dict[int, int]] = {}
    every = 0
    for bit, box in bits.items():
        every |= 1 << bit
        for subject, mask in box.items():
            of_subject = masks.setdefault(subject, {})
            of_subject[mask] = of_subject.get(mask, 0) | 1 << bit
    return tuple(
        Rows(subject, _rows(masks[subject], subjects[subject].size, every))
        for subject in sorted(masks)
    )


def _rows(masks: Mapping[int, int], cells: int, every: int) -> tuple[int, ...]:
    free = every
    for bits in masks.values():
        free &= ~bits
    rows = []
    for cell in range(cells):
        row = free
        for mask, bits in masks.items():
            if mask >> cell & 1:
                row |= bits
        rows.append(row)
    return tuple(rows)
