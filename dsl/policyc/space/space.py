"""The space of all cases of some policies: one grid, one theory, each policy's boxes."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from functools import cached_property
from itertools import product

import attrs

from policyc.core.actions import Ground
from policyc.core.conditions import Condition
from policyc.core.policy import Policy
from policyc.space.boxes.box import Box, Masks, meet
from policyc.space.boxes.cover import left_over
from policyc.space.boxes.index import Index, Some
from policyc.space.cases import Cases
from policyc.space.grid.bound import Bound, bound_of
from policyc.space.grid.compile import Compiler
from policyc.space.grid.grid import Place
from policyc.space.grid.gridding import build_grid
from policyc.space.grid.joint import Joint, conditions_of, histories, join
from policyc.space.grid.patterns import Guard
from policyc.space.grid.relations import Relation, relations
from policyc.space.impossible import Impossible
from policyc.space.live import Side
from policyc.space.theory.refine import is_term, refinement
from policyc.space.theory.simplex import Open
from policyc.space.theory.theory import Theory
from policyc.space.undecided import BudgetSpent


class Space:
    """Everything that questions about these policies share.

    `questions` are conditions over the joint axes that will be asked about besides. The facts are
    cut further where open terms begin to matter, or with `of_terms` the terms; `refined` says
    whether everywhere. Raises `NotComparable` where the policies use a name for different things.
    """

    def __init__(
        self,
        policies: Sequence[Policy],
        questions: Iterable[Condition] = (),
        of_terms: bool = False,
    ) -> None:
        self.joint = join(policies)
        self.actions = self.joint.vocabulary.actions
        asked = [*_stated(self.joint), *questions]
        held = _relations(self.joint, asked)
        asked += [relation.condition for found in held.values() for relation in found]
        self.grid = build_grid(self.joint.axes, asked, self.actions)
        self.theory = Theory(self.grid, [])
        self.refined = True
        if any(map(is_term, self.grid.axes)):
            further, self.refined = refinement(self.theory, of_terms)
            self.grid = build_grid(self.joint.axes, asked, self.actions, further)
            self.theory = Theory(self.grid, [])
        assumed = _assumptions(self.joint)
        self.cases = Cases(self.grid, self.actions, assumed, held)
        self._bounds: dict[tuple[int, int], Bound] = {}
        self._possible: dict[tuple[str, Box], bool] = {}
        self.compiler = Compiler(self.grid)
        self._assumed = [b for c in assumed for b in self.compiler.boxes(c, holds=False)]
        self._related = {
            name: [box for relation in found for box in self._denied_relation(name, relation)]
            for name, found in held.items()
        }
        everywhere = (self._assumed, self.compiler.rules, self.theory.rules, self.theory.learned)
        self._impossible = Impossible(self._related, everywhere)

    def beside(self, policies: Sequence[Policy]) -> "Space":
        """This space with other policies, which ask about nothing that it does not know.

        They must name no axis otherwise than the policies that they stand for.
        """
        names = (self.joint.names[0],) * len(policies)
        return self._with(attrs.evolve(self.joint, policies=tuple(policies), names=names))

    def instead(self, number: int, policy: Policy) -> "Space":
        """This space with a policy in the place of one that asks about the same axes."""
        policies = list(self.joint.policies)
        policies[number] = policy
        other = self._with(attrs.evolve(self.joint, policies=tuple(policies)))
        changed = Side(other.joint, number, self.compiler)
        other.sides = (*self.sides[:number], changed, *self.sides[number + 1 :])
        return other

    def _with(self, joint: Joint) -> "Space":
        other = copy(self)
        for name in ("sides", "_about"):
            other.__dict__.pop(name, None)
        other.joint = joint
        return other

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """Each policy's boxes."""
        return tuple(
            Side(self.joint, number, self.compiler) for number in range(len(self.joint.policies))
        )

    @cached_property
    def _about(self) -> dict[tuple[int, Ground], Policy]:
        return {}

    def about(self, number: int, action: Ground) -> Policy:
        """A policy without what never applies to an action: of that action it says the same."""
        key = (number, action)
        if key not in self._about:
            policy = self.joint.policies[number]
            self._about[key] = attrs.evolve(
                policy,
                clauses=tuple(c for c in policy.clauses if c.pattern.covers(action)),
                defaults=tuple(c for c in policy.defaults if c.pattern.covers(action)),
                duties=tuple(d for d in policy.duties if d.pattern.covers(action)),
            )
        return self._about[key]

    def _denied_relation(self, action: str, relation: Relation) -> Iterator[Box]:
        guard = self.guard(action, relation.guard)
        for box in self.compiler.boxes(relation.condition, holds=False):
            met = meet(guard, box)
            if met is not None:
                yield met

    def guard(self, action: str, guard: Guard) -> Box:
        """The box of a guard on an action's arguments."""
        literals = []
        for parameter, members in guard.items():
            place = self.grid.places[Place(action, parameter)]
            mask = self.grid.axes[place].mask_of_members(members)
            if mask != self.grid.full[place]:
                literals.append((place, mask))
        return tuple(sorted(literals))

    def rules(self, action: str) -> Sequence[Box]:
        """The boxes that no case is in, as far as they are known, for questions about an action."""
        return self._impossible.boxes(action)

    def index(self, action: str) -> Index:
        """An index that knows the boxes that no case is in, to add blockers to."""
        return self._impossible.index(action)

    @cached_property
    def correlated(self) -> set[int]:
        """The places of axes that bear on one another; on others any combination of cells is."""
        boxes = [*self._assumed, *self.compiler.rules, *self.theory.rules]
        boxes += [box for found in self._related.values() for box in found]
        places = {place for box in boxes for place, _ in box}
        return places.union(*(group.places for group in self.theory.groups))

    def find(
        self,
        action: str,
        masks: Masks,
        blockers: Iterable[Box] | Some,
        near: Masks | None = None,
    ) -> Masks | None:
        """A part of a box that no blocker meets and that has a case; `None` where there is none.

        It is first looked for next to another part, where one is named. Not every value of what is
        found is a case: `witness.choose` finds one. An index of blockers is of this action for
        good. Raises `BudgetSpent`.
        """
        if not isinstance(blockers, Some):
            index = self.index(action)
            blockers = Some(index, index.add(blockers))
        while True:
            walls = self._impossible.beside(blockers, action)
            found = left_over(masks, walls, self.grid.full, near)
            if found is None:
                return None
            answer = self.theory.check(found)
            if isinstance(answer, Open):
                raise BudgetSpent
            if isinstance(answer, dict):
                return found

    def exists(self, action: str, masks: Masks, blockers: Iterable[Box] | Some) -> bool:
        """Whether some case in a box is met by no blocker. Raises `BudgetSpent`."""
        return self.find(action, masks, blockers) is not None

    def perhaps(
        self,
        action: str,
        masks: Masks,
        blockers: Iterable[Box] | Some,
        near: Masks | None = None,
    ) -> bool:
        """Whether some case in a box is met by no blocker; true where that was not found out."""
        try:
            return self.find(action, masks, blockers, near) is not None
        except BudgetSpent:
            return True

    def possible(self, action: str, masks: Masks) -> bool:
        """Whether a box has a case at all; true where that was not found out.

        Only axes that bear on one another can rule out every case.
        """
        bearing = tuple(sorted((p, m) for p, m in masks.items() if p in self.correlated))
        key = (action, bearing)
        if key not in self._possible:
            self._possible[key] = self.perhaps(action, dict(bearing), ())
        return self._possible[key]

    def bound(self, place: int, mask: int) -> Bound:
        """What cells of an axis mean, each worked out once."""
        key = (place, mask)
        if key not in self._bounds:
            self._bounds[key] = bound_of(self.grid.axes[place], mask)
        return self._bounds[key]

    def boxes(self, condition: Condition, holds: bool = True) -> list[Box]:
        """A condition over the joint axes as boxes; its cuts must have been announced."""
        return self.compiler.boxes(condition, holds)

    def grounds(self, action: str, masks: Masks) -> Iterator[Ground]:
        """The single actions in a box, in the order of the kinds' members."""
        parameters = self.actions[action].parameters
        choices = []
        for parameter in parameters:
            place = self.grid.places[Place(action, parameter.name)]
            mask = masks.get(place, self.grid.full[place])
            kind = parameter.kind
            choices.append([m for i, m in enumerate(kind.members) if mask >> i & 1])
        for arguments in product(*choices):
            yield Ground(action, arguments)


def _stated(joint: Joint) -> Iterator[Condition]:
    """The conditions of the policies over the joint axes."""
    for number, policy in enumerate(joint.policies):
        yield from (joint.condition(number, condition) for condition in conditions_of(policy))


def _relations(joint: Joint, asked: Iterable[Condition]) -> dict[str, list[Relation]]:
    """For each action what always holds of the histories that conditions ask about."""
    past = histories(joint.axes, asked)
    return {
        name: list(relations(joint.vocabulary, past, signature)) if past else []
        for name, signature in joint.vocabulary.actions.items()
    }


def _assumptions(joint: Joint) -> list[Condition]:
    """What the policies assume, each once."""
    return list(
        dict.fromkeys(
            joint.condition(number, assumption.condition)
            for number, policy in enumerate(joint.policies)
            for assumption in policy.assumptions
        )
    )
