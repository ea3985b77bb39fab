"""One proposed action and a partial case as decision diagrams over what is not known.

The levels are the unknown axes that some guard asks about, in the order in which they are met,
and below them the axes that only assumptions and relations bring in; those are collapsed away.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from math import prod
from typing import assert_never

from policyc.core.actions import Ground
from policyc.core.axes import History, Value
from policyc.core.conditions import (
    All,
    Among,
    AnyOf,
    Condition,
    Constant,
    Holds,
    Linear,
    LinearForm,
    Not,
    Within,
    atoms,
    axes_of,
)
from policyc.core.meaning import verdict_of
from policyc.core.policy import Clause, Effect, Policy, Verdict
from policyc.space.boxes.box import Box, Masks
from policyc.space.boxes.diagram import Diagrams
from policyc.space.boxes.leaves import both, either, union
from policyc.space.grid.gridding import build_grid
from policyc.space.grid.relations import relations
from policyc.space.grid.substitute import renamed, substitute
from policyc.space.live import RULING, ordered
from policyc.space.relative import representatives, settled
from policyc.space.theory.simplex import Open
from policyc.space.theory.theory import Theory, cell_runs
from policyc.space.undecided import BudgetSpent

AT_ONCE = 100
"""Groups with at most so many combinations of cells are worked out before any question."""


class Local:
    """The diagrams of one policy for one action and what is known of the case."""

    def __init__(
        self, policy: Policy, action: Ground, known: Mapping[str, Value], limit: int = 20_000
    ) -> None:
        self.policy, self.action = policy, action
        self.names = representatives(policy, action)
        self.known = settled(policy, action, known)
        self.clauses = [(c, self._guard(c)) for c in policy.clauses if c.pattern.covers(action)]
        self.defaults = [(c, self._guard(c)) for c in policy.defaults if c.pattern.covers(action)]
        guards = [g for _, g in self.clauses + self.defaults if not isinstance(g, Constant)]
        self.always = list(self._always(guards)) if guards else []
        self.grid = build_grid(policy.axes, guards + self.always, {})
        asked = [self.grid.places[name] for name in _names(guards)]
        self.order = asked + [a.place for a in self.grid.axes if a.place not in set(asked)]
        self.asked = len(asked)
        self.levels = {place: level for level, place in enumerate(self.order)}
        sizes = [self.grid.axes[place].size for place in self.order]
        self.diagrams: Diagrams = Diagrams(sizes, limit)

    def condition(self, condition: Condition) -> Condition:
        """A condition of the policy with what is known put in."""
        if self.names:
            condition = renamed(condition, lambda key: self.names.get(key, key))
        return substitute(condition, self.known)

    def _guard(self, clause: Clause) -> Condition:
        return self.condition(clause.guard)

    def _always(self, guards: Iterable[Condition]) -> Iterator[Condition]:
        """The assumptions and relations that bear on the guards, directly or through others."""
        waiting = [self.condition(a.condition) for a in self.policy.assumptions]
        used = {key for guard in guards for key in axes_of(guard)}
        waiting += self._relations(used)
        again = True
        while again:
            again = False
            for condition in list(waiting):
                keys = set(axes_of(condition))
                if keys & used:
                    used |= keys
                    waiting.remove(condition)
                    again = True
                    yield condition

    def _relations(self, used: set[str]) -> list[Condition]:
        """The relations of the history axes that are used or known, for this action."""
        axes = [
            axis
            for key, axis in self.policy.axes.items()
            if isinstance(axis.origin, History)
            and self.names.get(key, key) == key
            and (key in used or key in self.known)
        ]
        if not any(axis.key in used for axis in axes):
            return []
        signature = self.policy.vocabulary.actions[self.action.name]
        arguments = {
            p.name: a for p, a in zip(signature.parameters, self.action.arguments, strict=True)
        }
        return [
            self.condition(relation.condition)
            for relation in relations(self.policy.vocabulary, axes, signature)
            if all(arguments[p] in members for p, members in relation.guard.items())
        ]

    def node(self, condition: Condition) -> int:
        """The diagram that is true where a condition (with what is known put in) holds."""
        d = self.diagrams
        match condition:
            case Constant(value):
                return d.leaf(value)
            case Holds() | Among() | Within() | Linear():
                place, mask = self.grid.literal(condition)
                return d.choice(self.levels[place], mask, d.leaf(True), d.leaf(False))
            case Not(part):
                return d.difference(d.leaf(True), self.node(part))
            case All(parts):
                return d.merge([self.node(p) for p in parts], both, True)
            case AnyOf(parts):
                return d.merge([self.node(p) for p in parts], either, False)
            case _:
                assert_never(condition)

    @cached_property
    def theory(self) -> Theory:
        """The arithmetic among the axes."""
        return Theory(self.grid, [])

    @cached_property
    def _whole(self) -> list[int]:
        """One diagram over all levels, true where nothing known so far denies the case.

        Small groups of axes are worked out at once; of the others only what a question needs.
        """
        d = self.diagrams
        held = d.merge([self.node(c) for c in self.always], both, True)
        boxes = list(self.theory.rules)
        bounds = self._bounds()
        for group in self.theory.groups:
            masks = [bounds.get(p, self.grid.full[p]) for p in group.places]
            if prod(mask.bit_count() for mask in masks) <= AT_ONCE:
                axes = (self.grid.axes[p] for p in group.places)
                denied = self.theory.denials(group, list(map(cell_runs, axes, masks)))
                boxes += [] if isinstance(denied, Open) else denied
        return [self._without(held, boxes)]

    def _without(self, node: int, boxes: Iterable[Box]) -> int:
        placed = [tuple(sorted((self.levels[p], m) for p, m in box)) for box in boxes]
        return self.diagrams.difference(node, self.diagrams.union(placed))

    def possible(self, node: int) -> bool:
        """Whether a diagram is true in some case that always-true conditions allow.

        Raises `BudgetSpent` where that could not be found out.
        """
        while (path := self.diagrams.path(self.allowed(node))) is not None:
            answer = self.theory.check({self.order[level]: mask for level, mask in path.items()})
            if isinstance(answer, Open):
                raise BudgetSpent
            if isinstance(answer, dict):
                return True
            self.deny(answer)
        return False

    def deny(self, boxes: Iterable[Box]) -> None:
        """Note boxes (by place) that no case is in."""
        self._whole[0] = self._without(self._whole[0], boxes)

    def allowed(self, node: int) -> int:
        """Where a diagram is true and nothing known so far denies the case."""
        return self.diagrams.apply(both, node, self._whole[0])

    @property
    def feasible(self) -> int:
        """False where no case has the asked cells, as far as it is known; true elsewhere."""
        return self.diagrams.collapsed(self._whole[0], self.asked, lambda values: True in values)

    def _bounds(self) -> Masks:
        """What single-axis assumptions leave of each axis: fewer combinations to ask about."""
        masks: Masks = {}
        for condition in self.always:
            if isinstance(condition, Holds | Among | Within | Linear):
                place, mask = self.grid.literal(condition)
                masks[place] = masks.get(place, self.grid.full[place]) & mask
        return masks

    @cached_property
    def live(self) -> list[int]:
        """For each clause in turn, where it is live."""
        d = self.diagrams
        clauses = [clause for clause, _ in self.clauses]
        overriders = {
            clause.rule: [i for i, other in enumerate(clauses) if clause.rule in other.overrides]
            for clause in clauses
        }
        nodes: dict[int, int] = {}
        for i in ordered(clauses, overriders):
            node = self.node(self.clauses[i][1])
            beaten = [nodes[j] for j in overriders[clauses[i].rule]]
            nodes[i] = d.difference(node, d.merge(beaten, either, False)) if beaten else node
        return [nodes[i] for i in range(len(clauses))]

    @cached_property
    def effects(self) -> int:
        """The set of live effects, defaults included."""
        d = self.diagrams
        live = self._effects(zip((c for c, _ in self.clauses), self.live, strict=True))
        if not self.defaults:
            return live
        acting = self._effects((c, self.node(guard)) for c, guard in self.defaults)
        return d.apply(_default, live, acting)

    def _effects(self, clauses: Iterable[tuple[Clause, int]]) -> int:
        d = self.diagrams
        by_effect: dict[Effect, list[int]] = {}
        for clause, node in clauses:
            by_effect.setdefault(clause.effect, []).append(node)
        nodes = [
            d.mapped(_tagger(effect), d.merge(nodes, either, False))
            for effect, nodes in by_effect.items()
        ]
        return d.merge(nodes, union, frozenset())

    @cached_property
    def verdict(self) -> int:
        """The verdict in every combination of cells, possible or not."""
        return self.diagrams.mapped(_verdict, self.effects)


def _names(guards: Iterable[Condition]) -> list[str | LinearForm]:
    """The names of the grid axes that guards ask about themselves, in the order they are met."""
    names = (a.form if isinstance(a, Linear) else a.axis for g in guards for a in atoms(g))
    return list(dict.fromkeys(names))


def _tagger(effect: Effect) -> Callable[[object], object]:
    return lambda live: frozenset((effect,)) if live else frozenset()


def _default(live: object, acting: object) -> object:
    assert isinstance(live, frozenset)
    assert isinstance(acting, frozenset)
    return live if live & RULING else live | acting


def _verdict(effects: object) -> Verdict:
    assert isinstance(effects, frozenset)
    return verdict_of(effects)
