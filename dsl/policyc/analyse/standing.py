"""How many policies stand to each other: about each action, and over all of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum

import attrs

from policyc.core.axes import OpenTerm
from policyc.core.conditions import axes_of
from policyc.core.policy import Clause, Policy
from policyc.core.strictness import is_ranked
from policyc.space.questions.pairs import Standings, standings
from policyc.space.questions.relation import difference, less_strict
from policyc.space.space import Space
from policyc.space.undecided import Undecided

FEW = 8
"""Up to how many policies each pair is settled by itself, without sampling cases first."""


class Relation(Enum):
    """How one policy stands to another."""

    EQUAL = "equal"
    """The same verdict in every case."""
    STRICTER = "stricter"
    """At least as strict in every case and stricter in some."""
    LOOSER = "looser"
    """The other way round."""
    LEVEL = "level"
    """Never stricter, never looser, and not the same: permissions that can be rebutted, say."""
    INCOMPARABLE = "incomparable"
    """Stricter in some cases, looser in others."""
    UNKNOWN = "unknown"
    """Not found out within the budget."""


@attrs.frozen(eq=False)
class Order:
    """Classes of equal policies (by number), and which of them are at least as strict as which.

    `stricter` holds, for each class, those at most as strict as it; of two that are in each
    other's, neither is ever stricter. `unknown` holds pairs of policies that were not settled.
    About an action that is not `ranked` no policy is stricter than another.
    """

    classes: tuple[tuple[int, ...], ...]
    stricter: tuple[frozenset[int], ...]
    unknown: frozenset[tuple[int, int]]
    ranked: bool = True
    _place: Mapping[int, int] = attrs.field(init=False, repr=False)

    @_place.default
    def _places(self) -> Mapping[int, int]:
        return {n: place for place, members in enumerate(self.classes) for n in members}

    def class_of(self, policy: int) -> int:
        """The class of a policy."""
        return self._place[policy]

    def relation(self, left: int, right: int) -> Relation:
        """How one policy stands to another."""
        mine, yours = self._place[left], self._place[right]
        if mine == yours:
            return Relation.EQUAL
        over, under = yours in self.stricter[mine], mine in self.stricter[yours]
        if over and under:
            return Relation.LEVEL
        first, second = self.classes[mine][0], self.classes[yours][0]
        if {(first, second), (second, first)} & self.unknown:
            return Relation.UNKNOWN
        return Relation.STRICTER if over else Relation.LOOSER if under else Relation.INCOMPARABLE

    @property
    def strictest(self) -> tuple[int, ...]:
        """The policies at least as strict as every other; empty where there is none, or no rank."""
        return self._extreme(lambda one, other: other in self.stricter[one])

    @property
    def most_permissive(self) -> tuple[int, ...]:
        """The policies that every other is at least as strict as; empty where there is none."""
        return self._extreme(lambda one, other: one in self.stricter[other])

    def _extreme(self, beats: Callable[[int, int], bool]) -> tuple[int, ...]:
        if not self.ranked:
            return ()
        places = range(len(self.classes))
        found = (p for p in places if all(p == other or beats(p, other) for other in places))
        return tuple(sorted(n for place in found for n in self.classes[place]))

    def covers(self) -> tuple[tuple[int, int], ...]:
        """The order drawn with as few lines as can be: pairs of classes with none between them.

        Classes of which neither is ever stricter are no pair.
        """
        below = [
            frozenset(other for other in under if place not in self.stricter[other])
            for place, under in enumerate(self.stricter)
        ]
        return tuple(
            (place, other)
            for place, under in enumerate(below)
            for other in sorted(under)
            if not any(other in below[middle] for middle in under)
        )


@attrs.frozen(eq=False)
class Standing:
    """The order over all actions, and the order about each action that some policy speaks of."""

    whole: Order
    by_action: Mapping[str, Order]


def standing(
    policies: Sequence[Policy], actions: Iterable[str], tick: Callable[[], object] = lambda: None
) -> Standing:
    """How policies stand to each other about these actions. Raises `NotComparable`.

    Over all, two policies say the same, or one is at least as strict, exactly where that is so
    about every action. `tick` is called once for each action.
    """
    by_action = {}
    for action in actions:
        mine = [about(policy, action) for policy in policies]
        if any(policy.clauses or policy.defaults for policy in mine):
            known = (policy.vocabulary.actions.get(action) for policy in mine)
            ranked = all(is_ranked(signature) for signature in known if signature is not None)
            by_action[action] = attrs.evolve(_settled(mine), ranked=ranked)
        tick()
    return Standing(_together(len(policies), list(by_action.values())), by_action)


def about(policy: Policy, action: str) -> Policy:
    """The policy without what it says of other actions, which to it are mere events."""

    def kept(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
        return tuple(clause for clause in clauses if clause.pattern.name == action)

    known = policy.vocabulary
    others = {name: signature for name, signature in known.actions.items() if name != action}
    mine = {name: signature for name, signature in known.actions.items() if name == action}
    return attrs.evolve(
        policy,
        clauses=kept(policy.clauses),
        defaults=kept(policy.defaults),
        duties=tuple(duty for duty in policy.duties if duty.pattern.name == action),
        vocabulary=attrs.evolve(known, actions=mine, events={**others, **known.events}),
    )


def _settled(policies: Sequence[Policy]) -> Order:
    """The order of policies; those that are alike to the letter are settled as one."""
    alike: dict[object, list[int]] = {}
    for number, policy in enumerate(policies):
        alike.setdefault(_letter(policy), []).append(number)
    groups = list(alike.values())
    apart = [policies[group[0]] for group in groups]
    order = _pairwise(apart) if len(apart) <= FEW else _order(standings(apart))
    return Order(
        tuple(tuple(sorted(n for i in members for n in groups[i])) for members in order.classes),
        order.stricter,
        frozenset((groups[i][0], groups[j][0]) for i, j in order.unknown),
    )


def _letter(policy: Policy) -> object:
    """Equal for policies whose clauses are the same to the letter, and mean the same terms."""
    keys = {key for clause in policy.clauses + policy.defaults for key in axes_of(clause.guard)}
    terms = frozenset(
        (key, axis.origin.declared_in)
        for key in keys
        if isinstance((axis := policy.axes[key]).origin, OpenTerm)
    )
    overriding = any(clause.overrides for clause in policy.clauses)
    return (
        terms,
        tuple(_said(c, overriding) for c in policy.clauses + policy.defaults),
        len(policy.defaults),
    )


def _said(clause: Clause, overriding: bool) -> object:
    """What of a clause bears on verdicts; rules' names do where some override others."""
    names = (clause.rule, clause.overrides) if overriding else ()
    return clause.effect, clause.pattern, clause.guard, clause.rebuttable, names


def _pairwise(policies: Sequence[Policy]) -> Order:
    """The order of a few policies, each pair settled by itself."""
    space = Space(policies)
    unknown: set[tuple[int, int]] = set()
    classes: list[list[int]] = []
    for number in range(len(policies)):
        home = next((c for c in classes if _same(space, (c[0], number), unknown)), None)
        if home is None:
            classes.append([number])
        else:
            home.append(number)
    stricter = tuple(
        frozenset(
            j
            for j, yours in enumerate(classes)
            if i != j and _never_looser(space, (mine[0], yours[0]), unknown)
        )
        for i, mine in enumerate(classes)
    )
    return Order(tuple(map(tuple, classes)), stricter, frozenset(unknown))


def _same(space: Space, pair: tuple[int, int], unknown: set[tuple[int, int]]) -> bool:
    found = difference(space, pair)
    if isinstance(found, Undecided):
        unknown.add(pair)
    return found is None


def _never_looser(space: Space, pair: tuple[int, int], unknown: set[tuple[int, int]]) -> bool:
    found = less_strict(space, *pair)
    if isinstance(found, Undecided):
        unknown.add(pair)
    return found is None


def _order(found: Standings) -> Order:
    under: list[set[int]] = [set() for _ in found.classes]
    for one, other in found.stricter:
        under[one].add(other)
    return Order(found.classes, tuple(map(frozenset, under)), frozenset(found.unknown))


def _together(count: int, orders: Sequence[Order]) -> Order:
    """The order that holds wherever each of these does."""
    keys: dict[tuple[int, ...], list[int]] = {}
    for policy in range(count):
        keys.setdefault(tuple(order.class_of(policy) for order in orders), []).append(policy)
    classes = tuple(map(tuple, keys.values()))
    places = list(keys)
    stricter = tuple(
        frozenset(
            j
            for j, yours in enumerate(places)
            if i != j
            and all(
                m == y or y in order.stricter[m]
                for m, y, order in zip(mine, yours, orders, strict=True)
            )
        )
        for i, mine in enumerate(places)
    )
    return Order(classes, stricter, frozenset().union(*(order.unknown for order in orders)))
