"""Random edits and rewritings of policies."""

from random import Random

import attrs

from policyc.core.conditions import conjoin, negate
from policyc.core.policy import Policy
from tests.strategies.core import Shape, random_condition, random_pattern, used_axes


def edited(random: Random, policy: Policy, shape: Shape) -> Policy:
    """The policy with one to three clauses changed, dropped or added."""
    clauses = list(policy.clauses)
    axes = [a for a in used_axes(policy) if "same" not in a.key] or list(shape.axes[:1])
    for _ in range(random.randint(1, 3)):
        place = random.randrange(len(clauses))
        clause = clauses[place]
        match random.randrange(6):
            case 0 if len(clauses) > 1:
                del clauses[place]
            case 1 if clause.pattern.name == "contact":
                about = random_pattern(random)
                if about.name == "contact":
                    clauses[place] = attrs.evolve(clause, pattern=about)
            case 2:
                clauses[place] = attrs.evolve(clause, effect=random.choice(shape.effects))
            case 3:
                clauses[place] = attrs.evolve(clause, rebuttable=not clause.rebuttable)
            case 4:
                clauses.append(attrs.evolve(clause, guard=random_condition(random, axes, shape)))
            case _:
                guard = conjoin([clause.guard, random_condition(random, axes, shape)])
                clauses[place] = attrs.evolve(clause, guard=guard)
    return attrs.evolve(policy, name="edited", clauses=tuple(clauses))


def rewritten(random: Random, policy: Policy, shape: Shape) -> Policy:
    """A policy that says the same: clauses shuffled, some split, some guards denied twice."""
    axes = [a for a in used_axes(policy) if "same" not in a.key] or list(shape.axes[:1])
    clauses = []
    for clause in policy.clauses:
        if random.random() < 0.4:
            split = random_condition(random, axes, shape)
            halves = (conjoin([clause.guard, part]) for part in (split, negate(split)))
            clauses += [attrs.evolve(clause, guard=half) for half in halves]
        else:
            clauses.append(attrs.evolve(clause, guard=negate(negate(clause.guard))))
    random.shuffle(clauses)
    return attrs.evolve(policy, name="rewritten", clauses=tuple(clauses))
