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
from policyc.space.relations import relations
from policyc.space.substitute import renamed, substitute
from policyc.wording.conditions import condition_text
from policyc.wording.speech import Speech

_REMEMBERED = 512
"""So many kinds of cases are remembered; then all are forgotten."""


@attrs.frozen(eq=False)
class Shape:
    """What must hold among the facts that cases of one kind state.

    A kind of case is an action and the keys stated. `names` gives the key from the action's
    standpoint for each stated one that has another; `axes` holds axes by these keys.
    """

    policy: Policy
    action: Ground
    axes: Mapping[str, Axis]
    names: Mapping[str, str]
    conditions: tuple[Condition, ...]

    def broken(self, values: Mapping[str, Value]) -> tuple[Condition, ...]:
        """The conditions that a case does not meet."""
        values = self._own(values)
        return tuple(c for c in self.conditions if substitute(c, values) == NEVER)

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
        silent = decide if not self.names else lambda values: decide(self._own(values))

        def breaks(values: Mapping[str, Value]) -> object:
            return silent(values)[2]  # type: ignore[index]  # everything that it needs is stated

        return breaks

    def _own(self, values: Mapping[str, Value]) -> Mapping[str, Value]:
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
        speeches = [Speech(shape.axes, self._policy.vocabulary, "en")]
        speeches.append(Speech(shape.axes, self._policy.vocabulary, "zh", labels=True))
        return tuple(
            finding(stating.CONTRADICTORY_FACTS, reason=_reason(speeches, condition))
            for condition in shape.broken(values)
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
        axes = {key: self._policy.axes.get(key) or more[key] for key in keys}
        own = {key: own for key in keys if (own := self._own_key(axes[key], action)) is not None}
        stated = {
            name: _grounded(self._policy, axes[key], action, name) for key, name in own.items()
        }
        names = {key: name for key, name in own.items() if key != name}
        conditions = list(self._assumed(action))
        if histories:
            conditions += self._related(action, stated)
        known = tuple(
            condition
            for condition in dict.fromkeys(conditions)
            if all(key in stated for key in axes_of(condition))
        )
        return Shape(self._policy, action, stated, names, known)

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


def _reason(speeches: Iterable[Speech], condition: Condition) -> Wording:
    english, chinese = (condition_text(speech, condition) for speech in speeches)
    return {"en": f"it always holds that `{english}`", "zh": f"任何情况下都有`{chinese}`"}
