"""Policies for the tests of this room: those of its folder, and texts."""

from datetime import date
from functools import cache
from pathlib import Path

from policyc.core.policy import Policy
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.library.library import Library
from policyc.library.reference import NotUsable, find_policy

FOLDER = Path(__file__).parent / "policies"
DAY = date(2025, 6, 1)


def document(reference: str, folder: Path = FOLDER, day: date = DAY) -> Elaborated:
    """The document of a policy, found from a folder."""
    library = Library()
    found = find_policy(library, Elaborator(library), reference, folder=folder, day=day)
    assert not isinstance(found, NotUsable), [f.message() for f in found.findings]
    return found


@cache
def named(reference: str, folder: Path = FOLDER) -> Policy:
    """A policy, found from a folder."""
    found = document(reference, folder).policy
    assert found is not None
    return found


def written(folder: Path, text: str, name: str = "p") -> Policy:
    """The policy that a text is, in a folder that has the shared vocabulary."""
    vocabulary = folder / "collection.policy"
    if not vocabulary.exists():
        vocabulary.write_text((FOLDER / "collection.policy").read_text("utf-8"), "utf-8")
    path = folder / f"{name}.policy"
    path.write_text(f"policy {name}\nuses collection\n{text}\n", "utf-8")
    found = document(f"{name}.policy", folder).policy
    assert found is not None
    return found
