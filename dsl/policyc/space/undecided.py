"""The answer where the budget ran out: never a guess."""

import attrs


@attrs.frozen
class Undecided:
    """A question that was not settled, and why, in a few words for a person."""

    why: str


class BudgetSpent(Exception):  # noqa: N818  # its name says what happened
    """A search ran out of its budget; caught where the question is answered as `Undecided`."""
