"""Specialising: what of a policy matters to one ground action.

Guards are translated once for the policy; an action picks the clauses that cover it, and the keys
under which a case states the axes from its standpoint.
"""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from policyc.core.actions import Ground, Same
from policyc.core.axes import Axis, Count, Fact, OpenTerm, SinceEvent
from policyc.core.conditions import Condition
from policyc.core.keys import grounded_key
from policyc.core.policy import Clause, Policy
from policyc.engines.python.formulas import Formula, formula_of, tests
from policyc.engines.python.grid import Grid, Subject, grid_of


@attrs.frozen(eq=False)
class Groundwork:
    """A policy's grid, and each guard as a formula over it."""

    policy: Policy
    grid: Grid
    formulas: Mapping[Condition, Formula]

    @classmethod
    def of(cls, policy: Policy) -> "Groundwork":
        """The groundwork of a policy."""
        guards = dict.fromkeys(clause.guard for clause in (*policy.clauses, *policy.defaults))
        grid = grid_of(policy.axes, guards)
        return cls(policy, grid, {guard: formula_of(grid, guard) for guard in guards})


@attrs.frozen(eq=False)
class Specialised:
    """What matters to one action.

    `formulas` are the guards of `clauses` and then `defaults`. `keys` gives, for each axis that
    they read, the key under which a case states it for this action.
    """

    action: Ground
    clauses: tuple[Clause, ...]
    defaults: tuple[Clause, ...]
    formulas: tuple[Formula, ...]
    subjects: Sequence[Subject]
    keys: Mapping[str, str]


def specialise(groundwork: Groundwork, action: Ground) -> Specialised:
    """What of a policy matters to an action."""
    policy = groundwork.policy
    clauses = _covering(policy.clauses, action)
    defaults = _covering(policy.defaults, action)
    formulas = tuple(groundwork.formulas[clause.guard] for clause in (*clauses, *defaults))
    subjects = tuple(groundwork.grid.values())
    used = {test.subject for formula in dict.fromkeys(formulas) for test in tests(formula)}
    axes = dict.fromkeys(key for number in sorted(used) for key in subjects[number].keys)
    return Specialised(
        action, clauses, defaults, formulas, subjects, grounded_keys(policy, axes, action)
    )


def grounded_keys(policy: Policy, keys: Iterable[str], action: Ground) -> dict[str, str]:
    """Axis keys to those under which a case states them for an action, where it can state them."""
    parameters = {p.name for p in policy.vocabulary.actions[action.name].parameters}
    return {
        key: grounded_key(policy.vocabulary, policy.axes[key], action)
        for key in keys
        if _parameters_of(policy.axes[key]) <= parameters
    }


def _parameters_of(axis: Axis) -> set[str]:
    """The parameters of the proposed action that an axis speaks of."""
    if isinstance(axis.origin, Fact | OpenTerm):
        return set()
    patterns = [axis.origin.pattern]
    if isinstance(axis.origin, Count) and isinstance(axis.origin.window, SinceEvent):
        patterns.append(axis.origin.window.pattern)
    return {a.parameter for p in patterns for a in p.arguments if isinstance(a, Same)}


def _covering(clauses: Iterable[Clause], action: Ground) -> tuple[Clause, ...]:
    return tuple(clause for clause in clauses if clause.pattern.covers(action))
