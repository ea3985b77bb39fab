"""Published policies: those that ship, and the three whose regions the tests count."""

from functools import cache
from pathlib import Path

from policyc.core.policy import Policy
from policyc.library.project import open_project
from policyc.resources import library_folder

_MEASURED = Path(__file__).parents[2] / "tests" / "analyse" / "policies" / "measured.policy"


@cache
def published(name: str) -> Policy:
    """The policy of a name; `m_…` are the small models of `measured.policy`."""
    path = _MEASURED if name.startswith("m_") else library_folder() / f"{name}.policy"
    found = [d.policy for d in open_project([path]).documents if d.policy is not None]
    return next(policy for policy in found if policy.name == name)
