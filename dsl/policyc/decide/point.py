"""The policy decision point: cases as people and programs state them, to decisions.

(The term is that of XACML 3.0: the entity that evaluates a request against a policy.)
"""

from collections.abc import Mapping

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.policy import Policy, Verdict
from policyc.decide.cases import Case, CaseReader
from policyc.decide.decider import Decider
from policyc.decide.decision import Decision, WhyNot
from policyc.decide.summary import with_history
from policyc.decide.why_not import why_not
from policyc.elaborate.documents import Documents
from policyc.elaborate.elaborator import Elaborated


class DecisionPoint:
    """Decides the cases of one policy.

    `confirmed` has the definition of the language agree with each complete answer.
    """

    def __init__(
        self, document: Elaborated, documents: Documents, *, confirmed: bool = False
    ) -> None:
        if document.policy is None:
            raise ValueError(f"{document.found.name} is no policy")
        self.policy: Policy = document.policy
        self.reader = CaseReader(document, documents)
        self.decider = Decider(document.policy, confirmed=confirmed)

    def actions(self, asked: object) -> tuple[Ground, ...]:
        """The single actions that a text asks about. Raises `CaseError`."""
        return self.reader.asker.actions(asked)

    def read(self, given: object) -> Case:
        """The case that an object states. Raises `CaseError`."""
        return self.reader.read(given)

    def decide(self, action: Ground, case: Case) -> Decision:
        """The decision on an action in a case. Raises `CaseError` for contradictory facts."""
        return self.decider.decide(action, case.values, case.past, case.axes)

    def why_not(self, action: Ground, case: Case, wanted: Verdict) -> WhyNot:
        """What would have to be otherwise for the wanted verdict."""
        return why_not(self.policy, action, self._values(action, case), wanted)

    def _values(self, action: Ground, case: Case) -> Mapping[str, Value]:
        return with_history(self.policy, action, case.values, case.past)
