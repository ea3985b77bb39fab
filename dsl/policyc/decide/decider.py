"""Deciding: a policy's answers, each case on the shortest way that gives the whole answer.

What the case states may be enough for the compiled evaluator. Where it is not, the search over
everything that is not known finds the verdicts that the case may have, and on what they turn.
"""

from collections.abc import Mapping

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Value
from policyc.core.meaning import decide as defined
from policyc.core.policy import Policy
from policyc.decide.consistency import Consistency
from policyc.decide.decision import Decision
from policyc.decide.findings import CaseError
from policyc.decide.history import Past
from policyc.decide.partial import decide_partially, owed
from policyc.decide.summary import with_history
from policyc.engines.python import Answer, Compiled, compile_policy


class Decider:
    """Decides cases of one policy.

    With `confirmed`, the definition of the language has to agree with each complete answer; what
    people see one at a time should be so.
    """

    def __init__(self, policy: Policy, *, confirmed: bool = False) -> None:
        self.policy = policy
        self.compiled: Compiled = compile_policy(policy)
        self.consistency = Consistency(policy)
        self._confirmed = confirmed

    def decide(
        self,
        action: Ground,
        stated: Mapping[str, Value],
        past: Past | None = None,
        more: Mapping[str, Axis] | None = None,
    ) -> Decision:
        """The decision on an action in a case of values by axis key, and a history if there is one.

        `more` holds the axes of keys that the policy lacks. Raises `CaseError` where the facts
        contradict one another.
        """
        values = with_history(self.policy, action, stated, past)
        contradictions = self.consistency.findings(
            action, values, more or {}, histories=past is None
        )
        if contradictions:
            raise CaseError(contradictions)
        answer = self.compiled.decide(action, values)
        if not isinstance(answer, Answer):
            return decide_partially(self.policy, action, values)
        if self._confirmed:
            self._confirm(action, values, answer)
        return self.answered(action, values, answer)

    def answered(self, action: Ground, values: Mapping[str, Value], answer: Answer) -> Decision:
        """The decision that an answer of the evaluator amounts to."""
        return Decision(
            self.policy,
            action,
            answer.verdict,
            answer.live,
            answer.defeated,
            owed(self.policy, action, values),
            answer.rebuttable,
        )

    def _confirm(self, action: Ground, values: Mapping[str, Value], answer: Answer) -> None:
        outcome = defined(self.policy, action, values)
        if (outcome.verdict, outcome.live) != (answer.verdict, answer.live):
            raise AssertionError(f"{action}: {answer.verdict} is no meaning of {values}")
