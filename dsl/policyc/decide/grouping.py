"""What is the same said once: equal answers, several clauses of one rule."""

from collections.abc import Iterable, Sequence

import attrs

from policyc.core.actions import Argument, Ground, Pattern, Signature
from policyc.core.policy import Clause
from policyc.decide.decision import Decision


def grouped(decisions: Iterable[Decision]) -> list[tuple[tuple[Ground, ...], Decision]]:
    """Each answer once, with the actions that have it, in the order of their first action."""
    found: list[tuple[list[Ground], Decision]] = []
    for decision in decisions:
        answer = attrs.evolve(decision, action=ANY)
        same = next((actions for actions, other in found if other == answer), None)
        if same is None:
            found.append(([decision.action], answer))
        else:
            same.append(decision.action)
    return [(tuple(actions), attrs.evolve(answer, action=actions[0])) for actions, answer in found]


ANY = Ground("", ())
"""Stands for the action where only the answer is looked at."""


def patterns_of(signature: Signature, actions: Iterable[Ground]) -> list[Pattern]:
    """Patterns that cover each of some actions of a signature once, and no others."""
    places = tuple(frozenset(parameter.kind.members) for parameter in signature.parameters)
    rows = _merged([action.arguments for action in actions], places)
    return [Pattern(signature.name, row) for row in rows]


def _merged(
    rows: Sequence[tuple[str, ...]], places: tuple[frozenset[str], ...]
) -> tuple[tuple[Argument, ...], ...]:
    """The rows as products: first members with the same rest are one set of members."""
    if not places:
        return ((),)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in rows:
        by_first.setdefault(first, []).append(tuple(rest))
    by_rest: dict[tuple[tuple[Argument, ...], ...], list[str]] = {}
    for first, tails in by_first.items():
        by_rest.setdefault(_merged(tails, places[1:]), []).append(first)
    return tuple(
        (None if places[0].issubset(firsts) else frozenset(firsts), *tail)
        for tails, firsts in by_rest.items()
        for tail in tails
    )


def distinct(clauses: Iterable[Clause]) -> list[Clause]:
    """One clause of each rule, effect and deadline."""
    found: dict[object, Clause] = {}
    for clause in clauses:
        found.setdefault((clause.rule, clause.effect, clause.deadline), clause)
    return list(found.values())
