"""What a policy may say of an action when part of the case is not known, and on what it turns."""

from collections.abc import Callable, Iterator, Mapping

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.conditions import ALWAYS, Condition, conjoin, disjoin
from policyc.core.meaning import gives
from policyc.core.policy import Clause, Policy, Verdict
from policyc.space.boxes.diagram import TooLarge
from policyc.space.boxes.shortcover import short_cover
from policyc.space.grid.describe import condition_of
from policyc.space.live import RULING
from policyc.space.questions.local import Local
from policyc.space.undecided import BudgetSpent, Undecided

PRECEDENCE = tuple(Verdict)


@attrs.frozen
class Possibility:
    """A verdict that some completion of the case gives.

    `residual` says, over the policy's own keys, what of the unknown it turns on: among the
    completions it holds exactly where this is the verdict. `certain` names the rules that give the
    verdict in each of those completions, `possible` those that do in some. `rebuttable` is
    `None` where the completions differ.
    """

    verdict: Verdict
    residual: Condition
    certain: tuple[str, ...]
    possible: tuple[str, ...]
    rebuttable: bool | None


def possibilities(
    policy: Policy, action: Ground, known: Mapping[str, Value]
) -> tuple[Possibility, ...] | Undecided:
    """Every verdict over the completions that assumptions and history allow, by precedence.

    One possibility means a determined answer, and its residual is always true. None at all means
    that what is known contradicts what always holds.
    """
    try:
        local = Local(policy, action, known)
        kept = [_rules(local, verdict, node) for verdict, node in _possible(local)]
        if len(kept) == 1:
            return tuple(kept)
        return tuple(_with_residual(local, possibility) for possibility in kept)
    except (TooLarge, BudgetSpent):
        return Undecided("too many combinations of unknown facts")


def possible_verdicts(
    policy: Policy, action: Ground, known: Mapping[str, Value]
) -> tuple[Verdict, ...] | Undecided:
    """The verdicts of `possibilities`, found without what they turn on."""
    try:
        return tuple(verdict for verdict, _ in _possible(Local(policy, action, known)))
    except (TooLarge, BudgetSpent):
        return Undecided("too many combinations of unknown facts")


def _possible(local: Local) -> Iterator[tuple[Verdict, int]]:
    """Each verdict that some possible combination of cells gives, and where."""
    found = set(local.diagrams.values(local.verdict))
    for verdict in PRECEDENCE:
        if verdict in found:
            node = local.diagrams.mapped(_equals(verdict), local.verdict)
            if local.possible(node):
                yield verdict, node


def _equals(verdict: Verdict) -> Callable[[object], bool]:
    return lambda value: value is verdict


def _with_residual(local: Local, possibility: Possibility) -> Possibility:
    """The possibility with its residual, short where other combinations are known impossible."""
    d = local.diagrams
    sought = d.apply(lambda v, there: v if there else None, local.verdict, local.feasible)
    boxes = short_cover(d, sought, _equals(possibility.verdict), lambda value: value is None)
    residual = disjoin(
        conjoin(condition_of(local.grid.axes[local.order[level]], mask) for level, mask in box)
        for box in boxes
    )
    return attrs.evolve(possibility, residual=residual)


def _acting(local: Local) -> list[tuple[Clause, int]]:
    """Where each clause is live, a default where it acts."""
    d = local.diagrams
    found = [(c, node) for (c, _), node in zip(local.clauses, local.live, strict=True)]
    if not local.defaults:
        return found
    ruled = d.merge([n for c, n in found if c.effect in RULING], _or, False)
    return found + [(c, d.difference(local.node(g), ruled)) for c, g in local.defaults]


def _rules(local: Local, verdict: Verdict, here: int) -> Possibility:
    """The possibility of a verdict, its residual left open, and the rules that give it."""
    d = local.diagrams
    by_rule: dict[str, list[int]] = {}
    deciding = [(c, node) for c, node in _acting(local) if gives(c.effect, verdict)]
    for clause, node in deciding:
        by_rule.setdefault(clause.rule, []).append(node)
    live = {rule: d.merge(nodes, _or, False) for rule, nodes in by_rule.items()}
    possible = [rule for rule, node in live.items() if local.possible(d.apply(_and, here, node))]
    certain = [rule for rule in possible if not local.possible(d.difference(here, live[rule]))]
    return Possibility(
        verdict, ALWAYS, tuple(certain), tuple(possible), _rebuttable(local, here, deciding)
    )


def _rebuttable(local: Local, here: int, deciding: list[tuple[Clause, int]]) -> bool | None:
    """Whether the verdict is rebuttable: every clause that gives it is."""
    d = local.diagrams
    if not any(clause.rebuttable for clause, _ in deciding):
        return False
    firm = d.merge([node for clause, node in deciding if not clause.rebuttable], _or, False)
    soft = local.possible(d.difference(here, firm))
    return None if soft and local.possible(d.apply(_and, here, firm)) else soft


def _and(left: object, right: object) -> object:
    return left and right


def _or(left: object, right: object) -> object:
    return left or right
