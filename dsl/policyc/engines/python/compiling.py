"""Compiling: callables that decide one case, made from a policy."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import OpenTerm, Value
from policyc.core.conditions import Condition, axes_of
from policyc.core.keys import is_relative
from policyc.core.meaning import UnknownValueError, decide
from policyc.core.policy import Duty, Policy
from policyc.engines.python.answers import Answer, Missing
from policyc.engines.python.checking import Checker
from policyc.engines.python.code import CheckedDecider, Code, Decider, ValuesDecider
from policyc.engines.python.specialising import Groundwork, grounded_keys, specialise


def compile_policy(policy: Policy) -> "Compiled":
    """The policy's evaluator.

    Where rules override one another in a ring, asking about an action that they cover raises
    `ValueError`.
    """
    return Compiled(policy)


class Compiled:
    """A policy's evaluator: callables for each action, made when it is first asked about.

    An action is a `Ground` or its text, `contact(emergency, phone)`; `KeyError` where the policy
    has no such action.
    """

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self._groundwork = Groundwork.of(policy)
        self._actions = {str(action): action for action in policy.ground_actions()}
        self._codes: dict[str, Code] = {}
        self._deciders = _Deciders(self)

    def decide(self, action: Ground | str, case: Mapping[str, Value]) -> Answer | Missing:
        """The answer for an action in a well-typed case; `decider` without asking for it first."""
        return self._deciders[action](case)

    def decider(self, action: Ground | str) -> Decider:
        """From a case to the answer for an action, or to an axis that the case would have to state.

        Trusts the case to be well-typed: values of the axes' domains, numbers `int` where they are
        whole and `Fraction` otherwise.
        """
        return self._code(action).decide

    def checked_decider(self, action: Ground | str) -> CheckedDecider:
        """From any mapping to the answer for an action, or to what is wrong with it.

        Trusts nothing, and takes any exact number: `int`, `Fraction` or `Decimal`.
        """
        return self._code(action).checked(self._stated(action), self._checker)

    def axes(self, action: Ground | str) -> tuple[str, ...]:
        """The axes that the rules on an action ask about, by key."""
        return self._code(action).axes

    def values_decider(self, action: Ground | str) -> ValuesDecider:
        """From the values of `axes`, as arguments in that order, to the answer for an action."""
        return self._code(action).by_values

    def duties(self, action: Ground | str, case: Mapping[str, Value]) -> tuple[Duty, ...] | Missing:
        """The duties that come with an action in a case."""
        only_duties = attrs.evolve(self.policy, clauses=(), defaults=())
        try:
            return decide(only_duties, self._actions[str(action)], case).duties
        except UnknownValueError as error:
            return Missing(error.key)

    def _code(self, action: Ground | str) -> Code:
        text = str(action)
        if text not in self._codes:
            specialised = specialise(self._groundwork, self._actions[text])
            self._codes[text] = Code(self.policy, specialised)
        return self._codes[text]

    def _stated(self, action: Ground | str) -> dict[str, str]:
        """The axes that an ordinary case states for an action, and under which keys."""
        asked = dict.fromkeys(key for guard in self._conditions() for key in axes_of(guard))
        facts = [key for key in asked if not isinstance(self.policy.axes[key].origin, OpenTerm)]
        own = grounded_keys(self.policy, facts, self._actions[str(action)])
        return {key: name for name, key in {name: key for key, name in own.items()}.items()}

    def _conditions(self) -> Iterator[Condition]:
        """Every condition that a whole decision looks at."""
        policy = self.policy
        yield from (clause.guard for clause in (*policy.clauses, *policy.defaults))
        for duty in policy.duties:
            yield from (duty.guard, duty.requirement)

    @cached_property
    def _checker(self) -> Checker:
        """Checks cases, whatever action they are asked about."""
        axes = self.policy.axes
        domains = {key: axis.domain for key, axis in axes.items()}
        relative = [key for key, axis in axes.items() if is_relative(axis)]
        for action in self._actions.values():
            for key, own in grounded_keys(self.policy, relative, action).items():
                domains.setdefault(own, axes[key].domain)
        return Checker(domains)


class _Deciders(dict[Ground | str, Decider]):
    """Deciders by action; each is made when it is first asked for."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled

    def __missing__(self, action: Ground | str) -> Decider:
        self[action] = self._compiled.decider(action)
        return self[action]
