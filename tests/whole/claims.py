"""What `diff` and `compare` say of generated pairs, against the definition in case after case.

Each pair has a number, from which it and the cases are drawn.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import prod
from random import Random

from policyc.analyse.compliance import compliance
from policyc.analyse.difference import Difference, difference
from policyc.analyse.drawing import Drawing, drawing
from policyc.analyse.membership import Membership, guard
from policyc.analyse.standing import Relation, standing
from policyc.analyse.verify import TRIES, verify
from policyc.core.actions import Ground
from policyc.core.axes import Axis, Numbers, OpenTerm, Value
from policyc.core.policy import Effect
from policyc.core.strictness import is_ranked, stricter
from policyc.space.differences.certainty import Level
from policyc.space.differences.classes import Class
from policyc.space.differences.regions import Region
from policyc.space.replay import outcomes
from policyc.space.space import Space
from policyc.space.undecided import TOO_MANY
from tests.space.reading import claimed, class_of, lies_in
from tests.strategies.core import every_case
from tests.strategies.pairs import Kinship, Pair, random_pair, random_texts
from tests.whole.reading import policy_or_none

_NEAR = 3
"""How many cases of a region are held against every value of the open terms."""

STATUTE_CASES = 120
"""How many cases of a pair are held against the right policy as a statute."""

_MOST_VALUES = 700
"""Up to how many combinations of values of open terms are gone through."""

_MOST_DECISIONS = 1_500
"""About how many of them times regions; of more regions only the first are looked at."""

FORBID, REQUIRE, _, RECOMMEND, ALLOW = Effect
PERMITTING = (REQUIRE, RECOMMEND, ALLOW)


class Wrong(AssertionError):  # noqa: N818  # its name says what happened
    """A claim that the definition does not bear out."""


def numbered_pair(number: int) -> Pair:
    """The pair of a number: every third one is of texts, the others of core policies."""
    random = Random(f"pair {number}")
    if number % 3:
        return random_pair(random)
    while True:
        kinship, *texts = random_texts(random)
        left, right = map(policy_or_none, texts)
        if left is not None and right is not None:
            return Pair(kinship, left, right)


def check(number: int, cases: int) -> Counter[str]:
    """What was compared about a pair, counted. Raises `Wrong` where a claim was.

    So many cases are replayed against the list of differences, and a few hundred more against the
    other claims.
    """
    pair = numbered_pair(number)
    random = Random(f"cases {number}")
    found = difference(pair.left, pair.right)
    space = Space((pair.left, pair.right))
    tally = Counter({"pairs": 1, f"pairs, {pair.kinship.value}": 1, "regions": len(found.entries)})
    left_whole = sum(part.undecided == TOO_MANY for part in found.unknown)
    tally["parts too many to list"] = left_whole
    tally["undecided parts"] = len(found.unknown) - left_whole
    if pair.kinship is Kinship.REWRITING and found.complete:
        _must(not found.entries, "a policy differs from its rewriting")
        tally["rewritings proved the same"] += 1
    replayed = verify(found, cases, seed=number)
    _must(not replayed.mistakes, f"the list is wrong: {replayed.mistakes[:1]}")
    tally["cases"] += replayed.cases
    tally["cases that differ"] += replayed.differing
    tally["cases in undecided parts"] += replayed.skipped
    tally.update(_witnesses(found, space))
    tally.update(_open_terms(found, space, random))
    tally.update(_compared(pair, random, STATUTE_CASES))
    return tally


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Wrong(otherwise)


def _witnesses(found: Difference, space: Space) -> Counter[str]:
    """Every example is a real case, lies in its region, and both policies say what it says."""
    tally = Counter[str]()
    for entry in found.entries:
        region, example = entry.region, entry.example
        for action, case in (
            (region.witness.action, region.witness.case),
            (example.action, example.whole),
        ):
            _must(space.cases.admits(action, case), f"a witness is no case: {action} {case}")
            _must(claimed(region, action, case), f"a witness is outside: {action} {case}")
            said = outcomes(space, action, case)
            _must(class_of(*said) == region.cls, f"a witness does not replay: {action} {case}")
            tally["witnesses replayed"] += 1
        if entry.agreement is not None:
            near = entry.agreement
            _must(space.cases.admits(near.action, near.whole), "an agreement is no case")
            said = outcomes(space, near.action, near.whole)
            _must(class_of(*said) is None, f"no agreement: {near.action} {near.whole}")
            tally["agreements replayed"] += 1
    return tally


def _open_terms(found: Difference, space: Space, random: Random) -> Counter[str]:
    """What is certain and what is possible, against every value of the open terms."""
    axes = [axis for axis in found.axes.values() if isinstance(axis.origin, OpenTerm)]
    tally = Counter[str]()
    if not axes or prod(map(_values, axes)) > _MOST_VALUES:
        tally["pairs with too many values of terms"] += bool(axes)
        return tally
    values = list(every_case(axes))
    for entry in found.entries[: _MOST_DECISIONS // len(values)]:
        region = entry.region
        for action, case in islice(_near(found, region, random), _NEAR):
            cases = [c for each in values if space.cases.admits(action, c := {**case, **each})]
            classes = [class_of(*outcomes(space, action, c)) for c in cases]
            tally["cases of enumerated terms"] += len(cases)
            if any(claimed(region, action, c) for c in cases):
                _certainty(region, action, cases[0], classes)
                tally["answers on open terms"] += 1
    return tally


def _values(axis: Axis) -> int:
    domain = axis.domain
    if not isinstance(domain, Numbers) or None in (domain.lower, domain.upper, domain.step):
        return _MOST_VALUES + 1
    assert domain.lower is not None
    assert domain.upper is not None
    assert domain.step is not None
    return int((domain.upper - domain.lower) / domain.step) + 1


def _near(
    found: Difference, region: Region, random: Random
) -> Iterator[tuple[Ground, dict[str, Value]]]:
    source = drawing(found.joint, found.actions, [(region.where.pattern, guard(region.where))])
    while True:
        yield region.witness.action, source.near(random, region.witness.case)
        yield source.draw(random)


def _certainty(
    region: Region, action: Ground, case: Mapping[str, Value], classes: Sequence[Class | None]
) -> None:
    level, certain = region.certainty, all(classes)
    inside = [
        any(lies_in(part, action, case) for part in parts)
        for parts in (level.certain, level.possible)
    ]
    told = f"{region.where} {action} {case}: certain is {certain}"
    one_way = all(cls == region.cls for cls in classes)
    own = any(lies_in(part, action, case) for part in level.one_way)
    _must(one_way or not own, f"not in one way: {told}")
    if level.level is Level.CERTAIN:
        _must(certain, f"not certain after all: {told}")
    elif level.exact:
        _must(inside == [certain, not certain], f"{level}: {told}")
    else:
        _must(certain or not inside[0], f"{level}: {told}")


def _compared(pair: Pair, random: Random, cases: int) -> Counter[str]:
    """What `compare` says of the two, the right one being a statute too, in drawn cases.

    A breach is a case that the right forbids and the left permits, and breaks the clauses that
    forbid it; an omission is one where the right requires the action and the left does not; the
    stricter of two is never the less strict one.
    """
    found = compliance(pair.left, pair.right)
    space = Space((pair.left, pair.right))
    relation = standing((pair.left, pair.right), space.actions).whole.relation(0, 1)
    unknown = [Membership.of(found.joint, part.where) for part in found.unknown]
    claims = [
        [
            Membership.of(found.joint, each.part.where, [c.where for c in each.part.exceptions])
            for each in parts
        ]
        for parts in (found.breaches, found.omissions)
    ]
    broken = [
        (
            each.rule,
            [
                Membership.of(found.joint, b.part.where, [c.where for c in b.part.exceptions])
                for b in each.breaches
            ],
        )
        for each in found.broken
    ]
    targets = [(b.part.where.pattern, guard(b.part.where)) for b in found.breaches]
    source = drawing(found.joint, list(space.actions), targets)
    tally = Counter[str]()
    for action, case in islice(_admitted(space, source, random, cases), cases):
        both = outcomes(space, action, case)
        mine, yours = ({clause.effect for clause in outcome.live} for outcome in both)
        actual = [
            FORBID in yours and FORBID not in mine and not mine.isdisjoint(PERMITTING),
            REQUIRE in yours - mine and FORBID not in yours,
        ]
        said = [any(part(action, case) for part in parts) for parts in claims]
        if not any(part(action, case) for part in unknown):
            _must(said == actual, f"breach or omission: {said}, not {actual}: {action} {case}")
            forbidding = {c.rule for c in both[1].live if c.effect is FORBID and actual[0]}
            named = {rule for rule, parts in broken if any(part(action, case) for part in parts)}
            _must(
                named == forbidding, f"clauses broken: {named}, not {forbidding}: {action} {case}"
            )
            tally["cases held against a statute"] += 1
            tally["cases that breach it"] += actual[0]
        side = stricter(*both) if is_ranked(space.actions[action.name]) else None
        _must(side != 1 or relation not in _NEVER_LESS, f"{relation}: {action} {case}")
        _must(side != 0 or relation not in _NEVER_MORE, f"{relation}: {action} {case}")
    return tally


_NEVER_LESS = (Relation.EQUAL, Relation.LEVEL, Relation.STRICTER)
_NEVER_MORE = (Relation.EQUAL, Relation.LEVEL, Relation.LOOSER)


def _admitted(
    space: Space, source: Drawing, random: Random, wanted: int
) -> Iterator[tuple[Ground, dict[str, Value]]]:
    for _ in range(wanted * TRIES if source.actions else 0):
        action, case = source.draw(random)
        if space.cases.admits(action, case):
            yield action, case
