"""Which of two outcomes is the stricter: the one order by which policies are compared.

What is forbidden, required, discouraged or recommended binds whoever is ruled, each less than the
one before; silence binds nobody, and what is allowed is free. So of two outcomes the one further
up is stricter, and two policies are ordered exactly where in every case their outcomes are.
"""

from policyc.core.actions import Signature
from policyc.core.meaning import Outcome
from policyc.core.policy import Verdict

BINDING = (
    Verdict.CONFLICT,
    Verdict.FORBIDDEN,
    Verdict.REQUIRED,
    Verdict.DISCOURAGED,
    Verdict.RECOMMENDED,
)
"""The verdicts that bind, the strictest first."""
ORDER = (*BINDING, Verdict.SILENT, Verdict.ALLOWED)
"""The verdicts from the strictest to the most permissive."""


def is_ranked(action: Signature) -> bool:
    """Whether what is said of an action can be strict: it is the lender who is ruled.

    To forbid borrowers something, or not to mention their rights, is not strict on a lender.
    """
    return not action.by_borrower


def stricter(left: Outcome, right: Outcome) -> int | None:
    """The stricter of two outcomes about a ranked action, 0 or 1; `None` where neither is.

    Of two equal verdicts other than a permission the one that cannot be rebutted is stricter.
    """
    if left.verdict is not right.verdict:
        return 0 if ORDER.index(left.verdict) < ORDER.index(right.verdict) else 1
    if left.verdict is Verdict.ALLOWED or left.rebuttable == right.rebuttable:
        return None
    return 1 if left.rebuttable else 0
