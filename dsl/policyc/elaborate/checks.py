"""What can be said of one policy without looking at cases: sources, uses, rings, repetitions."""

from collections import deque

from policyc.core.policy import Clause, Policy
from policyc.diagnostics.catalogue import naming, stating
from policyc.diagnostics.diagnostic import Related, Wording
from policyc.elaborate.context import Context
from policyc.elaborate.describe import Words, ring_text
from policyc.syntax import nodes as n

_FIRST: Words = {"en": "the first stands here", "zh": "第一条在此"}


def check_policy(context: Context, items: tuple[n.Item, ...], policy: Policy) -> None:
    """Reports rings of overriding, missing sources, unused declarations, repeated rules.

    The last two are looked for only where all else was understood: what could not be read may use
    a name, or tell two rules apart.
    """
    _check_overriding(context, policy)
    _check_sources(context, items)
    if not context.findings.errors:
        _check_unused(context, items)
        _check_repeated(context, policy)


def _check_overriding(context: Context, policy: Policy) -> None:
    """Reports each ring once, at the rule of it that stands first."""
    below = _without_loose_ends({c.rule: sorted(c.overrides) for c in policy.clauses})
    known: set[str] = set()
    for name in policy.rules:
        ring = _ring(below, name) if name in below and name not in known else None
        if ring is not None:
            known.update(ring)
            where = policy.rules[name].where
            assert where is not None, "a rule stands somewhere"
            context.report(naming.OVERRIDE_RING, where, ring=ring_text(ring))


def _without_loose_ends(below: dict[str, list[str]]) -> dict[str, list[str]]:
    """The part of it from which one can go on for ever: what lies on a ring or leads to one."""
    above: dict[str, list[str]] = {}
    for name, others in below.items():
        for other in others:
            above.setdefault(other, []).append(name)
    left = {name: len(others) for name, others in below.items()}
    ends = [name for name in {**left, **above} if not left.get(name)]
    while ends:
        for name in above.get(ends.pop(), ()):
            left[name] -= 1
            if not left[name]:
                ends.append(name)
    return {name: others for name, others in below.items() if left[name]}


def _ring(below: dict[str, list[str]], start: str) -> list[str] | None:
    """The shortest way from a rule back to itself along `overrides`."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        place = waiting.popleft()
        for name in below.get(place, ()):
            if name == start:
                return _way(came_from, start, place)
            if name not in came_from:
                came_from[name] = place
                waiting.append(name)
    return None


def _way(came_from: dict[str, str], start: str, end: str) -> list[str]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def _check_sources(context: Context, items: tuple[n.Item, ...]) -> None:
    own = [item for item in items if isinstance(item, n.SourceDeclaration)]
    for source in own:
        if source.name.text not in context.cited:
            context.report(stating.UNCITED_SOURCE, source.name, name=source.name.text)
    if not own:
        return
    for item in items:
        if isinstance(item, n.Rule) and not item.cites:
            place = item.head.name if item.head else item.effects[0]
            rule = called(item.head.name.text if item.head else None)
            context.report(stating.UNSOURCED_RULE, place, rule=rule, source=own[0].name.text)


def called(name: str | None) -> Wording:
    """How a message calls a rule; `rule 3` is what one without a name goes by."""
    if name is None:
        return {"en": "this rule", "zh": "此规则"}
    if not name.isidentifier() and name.startswith("rule "):
        return {"en": name, "zh": f"第{name.removeprefix('rule ')}条规则"}
    return {"en": f"the rule `{name}`", "zh": f"规则`{name}`"}


def _check_unused(context: Context, items: tuple[n.Item, ...]) -> None:
    for item in items:
        match item:
            case n.Define(name) if name.text not in context.used:
                context.report(naming.UNUSED_DEFINITION, name, name=name.text)
            case n.FactDeclaration(name) if name.text not in context.used:
                context.report(naming.UNUSED_FACT, name, name=name.text)
            case n.TermDeclaration(name, unspecified=False, value=None):
                if name.text not in context.used and not _is_set(items, name.text):
                    context.report(naming.UNUSED_TERM, name, name=name.text)
            case _:
                continue


def _is_set(items: tuple[n.Item, ...], name: str) -> bool:
    return any(isinstance(item, n.SetTerm) and item.name.text == name for item in items)


def _check_repeated(context: Context, policy: Policy) -> None:
    """Reports a rule whose clauses another rule has all of, in the same words or not."""
    seen: dict[tuple[object, ...], str] = {}
    by_rule: dict[str, list[Clause]] = {}
    for clause in policy.clauses:
        by_rule.setdefault(clause.rule, []).append(clause)
    for name, own in by_rule.items():
        key = tuple(
            (c.effect, c.pattern, c.guard, c.overrides, c.rebuttable, c.deadline) for c in own
        )
        first = seen.setdefault(key, name)
        where, before = policy.rules[name].where, policy.rules[first].where
        if first != name and where is not None and before is not None:
            context.report(
                stating.DUPLICATE_RULE,
                where,
                first=called(first),
                second=called(name),
                related=(Related(before, _FIRST),),
            )
