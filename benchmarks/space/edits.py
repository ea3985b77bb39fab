"""Edits and rewritings of the random policies."""

from random import Random

import attrs

from benchmarks.space.families import ACTIONS, Maker
from policyc.core.actions import Pattern
from policyc.core.conditions import conjoin, negate
from policyc.core.policy import Clause, Effect, Policy


def edited(seed: int, policy: Policy, edits: int) -> Policy:
    """The policy with so many clauses changed a little."""
    random = Random(seed)  # noqa: S311  # no secret: the same policy each time
    maker = Maker(random)
    clauses = list(policy.clauses)
    for _ in range(edits):
        place = random.randrange(len(clauses))
        clause = clauses[place]
        match random.randrange(4):
            case 0:
                guard = conjoin([clause.guard, negate(maker.atom())])
                clauses[place] = attrs.evolve(clause, guard=guard)
            case 1:
                arguments = tuple(
                    maker.argument(p.kind) for p in ACTIONS[clause.pattern.name].parameters
                )
                pattern = Pattern(clause.pattern.name, arguments)
                clauses[place] = attrs.evolve(clause, pattern=pattern)
            case 2:
                clauses.append(
                    Clause(f"new{len(clauses)}", Effect.ALLOW, maker.pattern(), maker.guard(1, 3))
                )
            case _:
                del clauses[place]
    return attrs.evolve(policy, name="edited", clauses=tuple(clauses))


def rewritten(seed: int, policy: Policy) -> Policy:
    """The same policy in other words: shuffled, a third of the rules split, with idle copies."""
    random = Random(seed)  # noqa: S311  # no secret: the same policy each time
    maker = Maker(random)
    clauses: list[Clause] = []
    for clause in policy.clauses:
        if random.random() < 0.3:
            part = maker.atom()
            halves = (conjoin([clause.guard, piece]) for piece in (part, negate(part)))
            clauses += [attrs.evolve(clause, guard=half) for half in halves]
        else:
            clauses.append(clause)
    random.shuffle(clauses)
    return attrs.evolve(policy, name="rewritten", clauses=tuple(clauses))


def fresh(policy: Policy) -> Policy:
    """The same policy from other objects, as a second file would give it."""
    return attrs.evolve(policy, clauses=tuple(attrs.evolve(c) for c in policy.clauses))
