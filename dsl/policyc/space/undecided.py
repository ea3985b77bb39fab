"""The answer where the budget ran out: never a guess."""

import attrs


@attrs.frozen
class Undecided:
    """A question that was not settled, and why, in a few words for a person."""

    why: str


SPENT = Undecided("the search budget ran out")
TOO_MANY = Undecided("it falls into too many parts")


class BudgetSpent(Exception):  # noqa: N818  # its name says what happened
    """A search ran out of its budget; caught where the question is answered as `Undecided`."""
