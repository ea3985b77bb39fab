"""How every two of many policies stand to each other.

Sampled cases tell most pairs apart at once; what they do not tell apart is settled exactly, and
each counterexample becomes a sample for the rest.
"""

from collections.abc import Sequence

import attrs

from policyc.core.policy import Policy
from policyc.space.questions.columns import Columns, Signature, less_strict
from policyc.space.questions.relation import difference
from policyc.space.questions.relation import less_strict as exactly_less_strict
from policyc.space.replay import Witness
from policyc.space.space import Space
from policyc.space.undecided import Undecided

SAMPLES = 2_048


@attrs.frozen
class Standings:
    """The policies (by number) that say the same, and which of these classes are stricter.

    `stricter` holds pairs of classes, by number: the first is at least as strict as the second in
    every case. `unknown` holds pairs of policies whose relation was not found out.
    """

    classes: tuple[tuple[int, ...], ...]
    stricter: tuple[tuple[int, int], ...]
    unknown: tuple[tuple[int, int], ...]

    def class_of(self, policy: int) -> int:
        """The number of the class of a policy."""
        return next(i for i, members in enumerate(self.classes) if policy in members)


def standings(policies: Sequence[Policy]) -> Standings:
    """The classes of equal policies and the order of strictness among them. `NotComparable`."""
    space = Space(policies)
    columns = Columns(space)
    columns.sample(SAMPLES)
    signatures = [columns.signature(side) for side in space.sides]
    unknown: list[tuple[int, int]] = []
    by_key: dict[tuple[int, ...], list[int]] = {}
    for number, signature in enumerate(signatures):
        by_key.setdefault(signature.key, []).append(number)
    classes = [c for alike in by_key.values() for c in _split(space, alike, unknown)]
    classes.sort()
    return Standings(
        tuple(map(tuple, classes)),
        tuple(_order(space, classes, signatures, unknown)),
        tuple(unknown),
    )


def _split(space: Space, alike: list[int], unknown: list[tuple[int, int]]) -> list[list[int]]:
    """The classes among policies that no sample tells apart; what is unknown stays apart."""
    classes: list[list[int]] = []
    for number in alike:
        for members in classes:
            found = difference(space, (members[0], number))
            if found is None:
                members.append(number)
                break
            if isinstance(found, Undecided):
                unknown.append((members[0], number))
        else:
            classes.append([number])
    return classes


def _order(
    space: Space,
    classes: list[list[int]],
    signatures: list[Signature],
    unknown: list[tuple[int, int]],
) -> list[tuple[int, int]]:
    """The pairs of classes of which the first is never less strict than the second."""
    columns = Columns(space)
    further: dict[int, Signature] = {}
    found = []
    for i, mine in enumerate(classes):
        for j, yours in enumerate(classes):
            left, right = mine[0], yours[0]
            if i == j or less_strict(signatures[left], signatures[right]):
                continue
            if columns.count and less_strict(
                _further(space, columns, further, left), _further(space, columns, further, right)
            ):
                continue
            answer = exactly_less_strict(space, left, right)
            if answer is None:
                found.append((i, j))
            elif isinstance(answer, Witness):
                columns.add(answer.action, answer.case)
                further.clear()
            else:
                unknown.append((left, right))
    return found


def _further(space: Space, columns: Columns, known: dict[int, Signature], number: int) -> Signature:
    if number not in known:
        known[number] = columns.signature(space.sides[number])
    return known[number]
