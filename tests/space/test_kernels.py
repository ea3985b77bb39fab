"""The searches that everything rests on, against brute force."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from policyc.core.numbers import Interval, Number
from policyc.core.policy import Effect
from policyc.space.boxes import cover
from policyc.space.boxes.box import Box
from policyc.space.boxes.boxset import BoxSet
from policyc.space.boxes.cover import left_over, uncovered
from policyc.space.boxes.diagram import Diagrams
from policyc.space.boxes.index import Index, Some
from policyc.space.boxes.shortcover import short_cover
from policyc.space.live import Tag
from policyc.space.overlap import Overlap
from policyc.space.theory.simplex import Clash, Point, solve


def random_box(random: Random, full: list[int], most: int) -> Box:
    places = sorted(random.sample(range(len(full)), min(len(full), most)))
    return tuple((place, random.randint(1, full[place] - 1)) for place in places)


def holds(box: Box | Mapping[int, int], point: tuple[int, ...]) -> bool:
    literals = box.items() if isinstance(box, Mapping) else box
    return all(mask >> point[place] & 1 for place, mask in literals)


@pytest.mark.parametrize("steps", [0, 1, 2_000])
def test_a_part_is_found_exactly_where_the_blockers_leave_one(
    steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cover, "STEPS", steps)
    random = Random(steps)
    for _ in range(400):
        sizes = [random.randint(2, 4) for _ in range(random.randint(1, 4))]
        full = [(1 << size) - 1 for size in sizes]
        blockers = [
            random_box(random, full, random.randint(1, 4)) for _ in range(random.randint(0, 10))
        ]
        base = dict(random_box(random, full, random.randint(0, 4)))
        points = [p for p in product(*map(range, sizes)) if holds(base, p)]
        free = [p for p in points if not any(holds(box, p) for box in blockers)]
        found = uncovered(base, blockers, full)
        assert (found is None) == (not free)
        if found is not None:
            assert {p for p in points if holds(found, p)} <= set(free)


def test_a_part_next_to_another_is_found_exactly_where_one_is_left() -> None:
    random = Random(2)
    for _ in range(400):
        sizes = [random.randint(2, 4) for _ in range(random.randint(1, 4))]
        full = [(1 << size) - 1 for size in sizes]
        index = Index(random_box(random, full, 3) for _ in range(random.randint(0, 10)))
        some = Some(index, random.randint(0, index.all))
        base, near = (dict(random_box(random, full, random.randint(0, 4))) for _ in range(2))
        points = [p for p in product(*map(range, sizes)) if holds(base, p)]
        walls = list(index.chosen(some.bits))
        free = {p for p in points if not any(holds(box, p) for box in walls)}
        found = left_over(base, some, full, near)
        assert (found is None) == (not free)
        if found is not None:
            assert {p for p in product(*map(range, sizes)) if holds(found, p)} <= free


def test_what_two_sets_of_boxes_have_in_common_is_met_wherever_one_looks() -> None:
    random = Random(3)
    for _ in range(200):
        full = [(1 << random.randint(2, 3)) - 1 for _ in range(3)]
        left, right = (
            BoxSet((random_box(random, full, random.randint(1, 3)), tag) for _ in range(4))
            for tag in (Tag(0, "l", Effect.FORBID), Tag(1, "r", Effect.FORBID))
        )
        overlap, place = Overlap(left, right), dict(random_box(random, full, 2))
        met = [box for box, _ in overlap.met_by(place)]
        for point in product(*(range(mask.bit_length()) for mask in full)):
            both = all(any(holds(box, point) for box in s.boxes) for s in (left, right))
            assert any(holds(box, point) for box in overlap.whole.boxes) == both
            if holds(place, point):
                assert any(holds(box, point) for box in met) == both


def test_a_box_that_two_sets_have_stands_for_itself_alone() -> None:
    shared, other = ((0, 1),), ((1, 1),)
    left, right = (Tag(side, "rule", Effect.FORBID) for side in (0, 1))
    overlap = Overlap(BoxSet([(shared, left)]), BoxSet([(shared, right), (other, right)]))
    assert list(overlap.met_by({})) == [(shared, (left, right))]


def test_a_short_cover_covers_what_is_wanted_and_nothing_that_is_not_free() -> None:
    random = Random(1)
    for _ in range(200):
        sizes = [random.randint(2, 4) for _ in range(3)]
        full = [(1 << size) - 1 for size in sizes]
        d = Diagrams(sizes)
        wanted, free = (d.union([random_box(random, full, 2) for _ in range(3)]) for _ in range(2))
        both = d.apply(lambda a, b: "wanted" if a else "free" if b else "out", wanted, free)
        boxes = short_cover(d, both, lambda v: v == "wanted", lambda v: v == "free")
        count = d.count(d.mapped(lambda v: v == "wanted", both))
        covered = d.union(boxes)
        assert d.count(d.difference(wanted, covered)) == 0
        assert d.count(d.difference(covered, d.mapped(lambda v: v != "out", both))) == 0
        for box in boxes:
            others = d.union([other for other in boxes if other != box])
            assert d.count(d.apply(lambda a, b: a and b, wanted, others)) < count


@pytest.mark.parametrize("seed", range(300))
def test_whole_numbers_satisfy_sums_exactly_where_a_search_finds_them(seed: int) -> None:
    random = Random(seed)
    many = random.randint(1, 3)
    rows = [
        {
            v: random.choice((-3, -2, -1, 1, 2, 10))
            for v in random.sample(range(many), random.randint(1, many))
        }
        for _ in range(random.randint(1, 3))
    ]
    intervals = [_interval(random, 5) for _ in range(many)]
    intervals += [_interval(random, 12, loose=True) for _ in rows]
    answer = solve(rows, intervals, [1] * many)
    if isinstance(answer, Point):
        assert all(
            value in interval for value, interval in zip(answer.values, intervals, strict=True)
        )
        assert all(Fraction(value).denominator == 1 for value in answer.values)
        for row, total in zip(rows, answer.values[many:], strict=True):
            assert total == sum(f * answer.values[v] for v, f in row.items())
    else:
        assert isinstance(answer, Clash)
        kept = [_kept(i, interval, answer) for i, interval in enumerate(intervals)]
        for point in product(range(-9, 10), repeat=many):
            sums = [sum(f * point[v] for v, f in row.items()) for row in rows]
            values: list[Number] = [*point, *sums]
            assert not all(value in interval for value, interval in zip(values, kept, strict=True))


def _interval(random: Random, most: int, *, loose: bool = False) -> Interval:
    low, high = sorted(random.choices(range(-most, most + 1), k=2))
    if not loose:
        return Interval(low, high)
    lower = None if random.random() < 0.3 else low
    upper = None if random.random() < 0.3 else high
    return Interval(lower, upper, lower is not None and random.random() < 0.3)


def _kept(number: int, interval: Interval, clash: Clash) -> Interval:
    """The interval without the ends that the clash does not need."""
    low, high = (number, False) in clash.bounds, (number, True) in clash.bounds
    return Interval(
        interval.lower if low else None,
        interval.upper if high else None,
        interval.lower_open and low,
        interval.upper_open and high,
    )
