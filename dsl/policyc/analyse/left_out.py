"""What a folder holds and a comparison leaves out, and whether a policy binds anybody."""

from datetime import date
from enum import Enum

import attrs

from policyc.core.policy import Effect, Policy


class Why(Enum):
    """Why a document of a folder is left out; what its reader may miss comes first."""

    NOT_IN_FORCE = "not in force"
    """None of its versions is in force on the day."""
    COMPARED = "compared"
    """It is one of the policies that are held against the folder's statutes."""
    SUBJECT = "subject to a statute"
    """It says that it is subject to statutes, and so is none."""
    BINDS_NOBODY = "binds nobody"
    """It forbids, requires and advises nothing, and publishes no value to keep to."""
    NO_POLICY = "no policy"
    """It is a vocabulary, or scenarios."""


@attrs.frozen
class LeftOut:
    """A document of a folder that is not compared, or not held against, and why."""

    folder: str
    document: str
    file: str
    why: Why


@attrs.frozen
class Omitted:
    """What was left out of the folders of policies and of statutes, on a day."""

    policies: tuple[LeftOut, ...] = ()
    statutes: tuple[LeftOut, ...] = ()
    day: date | None = None


NOTHING_LEFT_OUT = Omitted()


def why_no_statute(policy: Policy) -> Why | None:
    """Why a policy that nobody named can be no statute; `None` where it can be one."""
    if policy.subject_to:
        return Why.SUBJECT
    return None if binds(policy) else Why.BINDS_NOBODY


def binds(policy: Policy) -> bool:
    """Whether something could be held against who does not keep to a policy."""
    clauses = (*policy.clauses, *policy.defaults)
    terms = (term for term in policy.terms.values() if term.mentioned and term.direction)
    return any(clause.effect in _BINDING for clause in clauses) or any(
        term.value is not None for term in terms
    )


_BINDING = (Effect.FORBID, Effect.REQUIRE, Effect.DISCOURAGE)
