"""Whether the facts of a case can be true together.

They cannot where they break what a policy assumes of every case, or what holds of every history:
there are no more calls today than this week. Only what the case states in full is looked at here;
the search over unknown facts looks at the rest.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

import attrs

from policyc.core.actions import Ground, Pattern
from policyc.core.axes import Axis, History, Value
from policyc.core.conditions import NEVER, Condition, axes_of, negate
from policyc.core.keys import grounded_history, grounded_key, is_relative
from policyc.core.policy import Clause, Effect, Policy
from policyc.decide.findings import Findings, finding
from policyc.diagnostics.catalogue import stating
from policyc.diagnostics.diagnostic import Wording
from policyc.engines.python import compile_policy
from policyc.space.grid.relations import relations
from policyc.space.grid.substitute import renamed, substitute
from policyc.wording.conditions import condition_text
from policyc.wording.facts import statement
from policyc.wording.speech import Speech

_REMEMBERED = 512
"""So many kinds of cases are remembered; then all are forgotten."""


@attrs.frozen(eq=False)
class Shape:
    """What must hold among the facts that cases of one kind state.

    A kind of case is an action and the keys stated. `names` gives the key from the action's
    standpoint for each stated one that has another; `axes` holds axes by these keys. Of the
    conditions, the first `assumed` are what the policy assumes.
    """

    policy: Policy
    action: Ground
    axes: Mapping[str, Axis]
    names: Mapping[str, str]
    conditions: tuple[Condition, ...]
    assumed: int

    def broken(self, values: Mapping[str, Value]) -> Iterator[tuple[Condition, bool]]:
        """The conditions that a case does not meet, and whether they are assumed."""
        own = self.own(values)
        for place, condition in enumerate(self.conditions):
            if substitute(condition, own) == NEVER:
                yield condition, place < self.assumed

    @cached_property
    def broken_quickly(self) -> Callable[[Mapping[str, Value]], object] | None:
        """True of a case that does not meet a condition, compiled; `None` where there is none."""
        if not self.conditions:
            return None
        arguments = tuple(frozenset((argument,)) for argument in self.action.arguments)
        about = Pattern(self.action.name, arguments)
        clauses = [Clause("", Effect.FORBID, about, negate(c)) for c in self.conditions]
        checking = Policy("", self.axes, self.policy.vocabulary, tuple(clauses))
        decide = compile_policy(checking).decider(self.action)
        silent = decide if not self.names else lambda values: decide(self.own(values))

        def breaks(values: Mapping[str, Value]) -> object:
            return silent(values)[2]  # type: ignore[index]  # everything that it needs is stated

        return breaks

    def own(self, values: Mapping[str, Value]) -> Mapping[str, Value]:
        """The values by their keys from the action's standpoint."""
        if not self.names:
            return values
        relative = {own: values[key] for key, own in self.names.items()}
        return {**relative, **{k: v for k, v in values.items() if k not in self.names}}


class Consistency:
    """What the cases of a policy must meet, by kind of case."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._shapes: dict[tuple[Ground, frozenset[str], bool], Shape] = {}

    def findings(
        self,
        action: Ground,
        values: Mapping[str, Value],
        more: Mapping[str, Axis],
        *,
        histories: bool = True,
    ) -> Findings:
        """What contradicts what. `more` holds the axes of stated keys that the policy lacks.

        `histories` says whether to look at what holds of every history: what was read off one does.
        """
        shape = self.shape(action, values, more, histories=histories)
        broken = list(shape.broken(values))
        if not broken:
            return ()
        vocabulary, own = self._policy.vocabulary, shape.own(values)
        english = Speech(shape.axes, vocabulary)
        chinese = Speech(shape.axes, vocabulary, "zh", labels=True)
        return tuple(
            finding(stating.CONTRADICTORY_FACTS, reason=_reason((english, chinese), own, *found))
            for found in broken
        )

    def shape(
        self,
        action: Ground,
        keys: Iterable[str],
        more: Mapping[str, Axis],
        *,
        histories: bool = True,
    ) -> Shape:
        """What must hold of cases about an action that state these keys."""
        kind = (action, frozenset(keys), histories)
        found = self._shapes.get(kind)
        if found is None:
            if len(self._shapes) >= _REMEMBERED:
                self._shapes.clear()
            found = self._shapes[kind] = self._shape(
                action, sorted(kind[1]), more, histories=histories
            )
        return found

    def _shape(
        self, action: Ground, keys: Iterable[str], more: Mapping[str, Axis], *, histories: bool
    ) -> Shape:
        known = {**more, **self._grounded(action), **self._policy.axes}
        own = {key: self._own_key(known[key], action) for key in keys if key in known}
        names = {key: name for key, name in own.items() if name is not None}
        stated = {
            name: _grounded(self._policy, known[key], action, name) for key, name in names.items()
        }
        names = {key: name for key, name in names.items() if key != name}
        assumed = self._among(stated, self._assumed(action))
        related = self._among(stated, self._related(action, stated) if histories else ())
        return Shape(
            self._policy, action, stated, names, (*assumed, *related), assumed=len(assumed)
        )

    def _grounded(self, action: Ground) -> dict[str, Axis]:
        """The axes that speak of the action's own arguments, by their keys for it."""
        relative = [axis for axis in self._policy.axes.values() if is_relative(axis)]
        named = [(self._own_key(axis, action), axis) for axis in relative]
        return {
            name: _grounded(self._policy, axis, action, name)
            for name, axis in named
            if name is not None
        }

    def _among(
        self, stated: Mapping[str, Axis], conditions: Iterable[Condition]
    ) -> tuple[Condition, ...]:
        """The conditions about nothing but what is stated."""
        return tuple(
            condition
            for condition in dict.fromkeys(conditions)
            if all(key in stated for key in axes_of(condition))
        )

    def _assumed(self, action: Ground) -> Iterator[Condition]:
        """The assumptions, from the standpoint of an action."""

        def own(key: str) -> str:
            return self._own_key(self._policy.axes[key], action) or key

        for assumption in self._policy.assumptions:
            yield renamed(assumption.condition, own)

    def _related(self, action: Ground, stated: Mapping[str, Axis]) -> Iterator[Condition]:
        """What holds among the history expressions that are stated."""
        vocabulary = self._policy.vocabulary
        signature = vocabulary.actions[action.name]
        for relation in relations(vocabulary, stated.values(), signature):
            yield relation.condition

    def _own_key(self, axis: Axis, action: Ground) -> str | None:
        """The key from an action's standpoint; none where it lacks an argument that is named."""
        if not is_relative(axis):
            return axis.key
        try:
            return grounded_key(self._policy.vocabulary, axis, action)
        except KeyError:
            return None


def _grounded(policy: Policy, axis: Axis, action: Ground, name: str) -> Axis:
    if name == axis.key or not isinstance(axis.origin, History):
        return axis
    origin = grounded_history(policy.vocabulary, axis.origin, action)
    return attrs.evolve(axis, key=name, origin=origin)


def _reason(
    speeches: tuple[Speech, Speech],
    values: Mapping[str, Value],
    condition: Condition,
    assumed: bool,
) -> Wording:
    """The facts that a condition is about, and the condition where a policy assumes it."""
    keys = dict.fromkeys(axes_of(condition))
    english, chinese = (
        [f"`{statement(speech, key, values[key])}`" for key in keys] for speech in speeches
    )
    en, zh = ", ".join(english), "、".join(chinese)
    if assumed:
        always, zh_always = (condition_text(speech, condition) for speech in speeches)
        en += f", and it is assumed that always `{always}`"
        zh += f"，而政策假定总有`{zh_always}`"
    return {"en": en, "zh": zh}
