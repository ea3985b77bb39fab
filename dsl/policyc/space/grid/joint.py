"""Several policies in one vocabulary: which axes, actions and terms are the same thing.

Facts and histories of one key are one axis; open terms are one unknown where document and key
agree, and are renamed apart otherwise. An axis that two policies bound differently takes the
values that both admit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from policyc.core.actions import Parameter, Signature, Vocabulary
from policyc.core.axes import Axis, Domain, History, Members, Numbers, OpenTerm, Value, YesNo
from policyc.core.conditions import Condition, axes_of
from policyc.core.numbers import Number, exact
from policyc.core.policy import Policy
from policyc.space.grid.gridding import joint_kind
from policyc.space.grid.substitute import renamed


class NotComparable(Exception):  # noqa: N818  # its name says what happened
    """Two policies use one name for things of different kinds; `name` is that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the policies mean different things by {name}")
        self.name = name


@attrs.frozen(eq=False)
class Joint:
    """What several policies talk about, together.

    `names[i]` maps the keys of policy i to the joint ones, where they differ.
    """

    policies: tuple[Policy, ...]
    axes: Mapping[str, Axis]
    vocabulary: Vocabulary
    names: tuple[Mapping[str, str], ...]

    def condition(self, number: int, condition: Condition) -> Condition:
        """A condition of one policy over the joint axes."""
        names = self.names[number]
        if not names:
            return condition
        return renamed(condition, lambda key: names.get(key, key))

    def case(self, number: int, case: Mapping[str, Value]) -> dict[str, Value]:
        """A joint case as one policy states it."""
        names = self.names[number]
        policy = self.policies[number]
        return {
            key: case[names.get(key, key)] for key in policy.axes if names.get(key, key) in case
        }


def join(policies: Sequence[Policy]) -> Joint:
    """The joint axes and vocabulary. Raises `NotComparable`."""
    names = _term_names(policies)
    axes: dict[str, Axis] = {}
    for number, policy in enumerate(policies):
        for key, axis in policy.axes.items():
            name = names[number].get(key, key)
            own = axis if name == key else attrs.evolve(axis, key=name)
            known = axes.get(name)
            axes[name] = own if known is None or known is own else _merged(known, own)
    return Joint(tuple(policies), axes, _vocabulary(policies), tuple(names))


def _term_names(policies: Sequence[Policy]) -> list[dict[str, str]]:
    """New names for the open terms whose key means something else elsewhere."""
    owners: dict[str, dict[str | None, None]] = {}
    for policy in policies:
        for key, axis in policy.axes.items():
            owners.setdefault(key, {})[_owner(axis)] = None
    return [
        {
            key: f"{owner}.{key}"
            for key, axis in policy.axes.items()
            if (owner := _owner(axis)) is not None and len(owners[key]) > 1
        }
        for policy in policies
    ]


def _owner(axis: Axis) -> str | None:
    return axis.origin.declared_in if isinstance(axis.origin, OpenTerm) else None


def _merged(left: Axis, right: Axis) -> Axis:
    if left.domain == right.domain:
        return left
    return attrs.evolve(left, domain=_domain(left.key, left.domain, right.domain))


def _domain(key: str, left: Domain, right: Domain) -> Domain:
    """The values that both domains have; of kinds, the members that either has."""
    match left, right:
        case YesNo(), YesNo():
            return left
        case Members(mine), Members(yours):
            return Members(joint_kind([mine, yours]))
        case Numbers(), Numbers() if left.unit == right.unit:
            both = left.interval.meet(right.interval)
            if both.empty:
                raise NotComparable(key)
            return Numbers(
                left.unit,
                both.lower,
                both.upper,
                _coarser(left.step, right.step),
                left.optional and right.optional,
            )
        case _:
            raise NotComparable(key)


def _coarser(left: Number | None, right: Number | None) -> Number | None:
    """The step of the numbers that lie on both steps."""
    if left is None or right is None:
        return right if left is None else left
    mine, yours = Fraction(left), Fraction(right)
    ratio = mine / yours
    return exact(mine * ratio.denominator)


def _vocabulary(policies: Sequence[Policy]) -> Vocabulary:
    first = policies[0].vocabulary
    if all(p.vocabulary is first for p in policies):
        return first
    actions = _signatures([p.vocabulary.actions for p in policies])
    events = _signatures([p.vocabulary.events for p in policies])
    kinds = {k: kind for p in reversed(policies) for k, kind in p.vocabulary.kinds.items()}
    subjects = dict.fromkeys(s for p in policies for s in p.vocabulary.subjects)
    return Vocabulary(kinds, actions, events, tuple(subjects))


def _signatures(found: Iterable[Mapping[str, Signature]]) -> dict[str, Signature]:
    joined: dict[str, Signature] = {}
    for signatures in found:
        for name, signature in signatures.items():
            known = joined.get(name)
            joined[name] = (
                signature if known is None or known is signature else _signature(known, signature)
            )
    return joined


def _signature(left: Signature, right: Signature) -> Signature:
    """What two vocabularies call the same; the borrower does it if either says so."""
    names = [p.name for p in left.parameters]
    if names != [p.name for p in right.parameters]:
        raise NotComparable(left.name)
    parameters = tuple(
        Parameter(a.name, joint_kind([a.kind, b.kind]))
        for a, b in zip(left.parameters, right.parameters, strict=True)
    )
    theirs = left.by_borrower or right.by_borrower
    return attrs.evolve(left, parameters=parameters, by_borrower=theirs)


def conditions_of(policy: Policy) -> Iterator[Condition]:
    """Every condition that bears on what a policy says."""
    for clause in (*policy.clauses, *policy.defaults):
        yield clause.guard
    for assumption in policy.assumptions:
        yield assumption.condition


def histories(axes: Mapping[str, Axis], conditions: Iterable[Condition]) -> list[Axis]:
    """The history axes that some condition asks about, in the order of `axes`."""
    used = {key for condition in conditions for key in axes_of(condition)}
    return [a for key, a in axes.items() if key in used and isinstance(a.origin, History)]
