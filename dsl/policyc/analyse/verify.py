"""Replaying a list of differences in many drawn cases: nothing missing, nothing in excess.

Independent of the search that made the list: cases are drawn from the policies' own thresholds,
what the policies say comes from `core.meaning`, and so does whether a region claims a case, which
is read as a rule that allows what the region holds and forbids its exceptions.
"""

from collections.abc import Callable, Iterator, Mapping
from random import Random

import attrs

from policyc.analyse.classes import class_of
from policyc.analyse.difference import Difference
from policyc.analyse.drawing import drawing
from policyc.analyse.membership import Membership, guard
from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Value
from policyc.core.conditions import Condition, conjoin, negate
from policyc.space.differences.classes import Class
from policyc.space.replay import outcomes
from policyc.space.space import Space

TRIES = 40
"""How many cases are drawn at most for each one that the assumptions allow."""

BESIDE = 4
"""Every so many tries one is drawn anew; others differ from the last case in a fact or two."""


@attrs.frozen(eq=False)
class Mistake:
    """A case in which the list of differences is wrong: a bug in policyc."""

    action: Ground
    case: Mapping[str, Value]
    claimed: tuple[Class, ...]
    actual: Class | None


@attrs.frozen(eq=False)
class Verification:
    """How many cases were replayed, in how many the policies differed, and where the list is wrong.

    `skipped` counts the cases in a part that the list itself calls undecided.
    """

    cases: int
    differing: int
    skipped: int
    mistakes: tuple[Mistake, ...]


def verify(
    found: Difference, cases: int, seed: int = 0, tick: Callable[[], object] = lambda: None
) -> Verification:
    """Replays so many cases, many of them near regions. `tick` is called once for each.

    There are fewer where assumptions leave hardly any of the drawn cases.
    """
    space = Space(found.policies)
    claims = _claims(found)
    open_parts = [Membership.of(found.joint, part.where) for part in found.unknown]
    done = differing = skipped = 0
    mistakes: list[Mistake] = []
    for action, case in _cases(found, space, cases, seed):
        tick()
        if any(part(action, case) for part in open_parts):
            skipped += 1
            continue
        left, right = outcomes(space, action, case)
        actual = class_of(left, right)
        claimed = tuple(dict.fromkeys(cls for cls, part in claims if part(action, case)))
        if claimed != ((actual,) if actual else ()):
            mistakes.append(Mistake(action, case, claimed, actual))
        differing += actual is not None
        done += 1
    return Verification(done, differing, skipped, tuple(mistakes))


def _cases(
    found: Difference, space: Space, wanted: int, seed: int
) -> Iterator[tuple[Ground, dict[str, Value]]]:
    """So many actions and cases that the assumptions allow, or fewer after too many tries."""
    random = Random(seed)  # noqa: S311  # cases, no secrets; the seed makes a run repeatable
    source = drawing(space.joint, found.actions, _targets(found))
    given = 0
    last: dict[str, Value] = {}
    for turn in range(wanted * TRIES if source.actions else 0):
        if given == wanted:
            return
        fresh = not last or turn % BESIDE == 0
        action, case = source.draw(random) if fresh else source.beside(random, last)
        if space.cases.admits(action, case):
            given, last = given + 1, case
            yield action, case


def _targets(found: Difference) -> Iterator[tuple[Pattern, Condition]]:
    """The regions of the list: near them mistakes are likeliest."""
    for region in (entry.region for entry in found.entries):
        out = (negate(guard(part.where)) for part in region.exceptions if part.where.bounds)
        yield region.where.pattern, conjoin([guard(region.where), *out])


def _claims(found: Difference) -> list[tuple[Class, Membership]]:
    return [
        (region.cls, Membership.of(found.joint, region.where, [p.where for p in region.exceptions]))
        for region in (entry.region for entry in found.entries)
    ]
