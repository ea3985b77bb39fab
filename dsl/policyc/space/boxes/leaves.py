"""What becomes of the leaves where two diagrams are put together."""


def both(left: object, right: object) -> object:
    """True where both are."""
    return left and right


def either(left: object, right: object) -> object:
    """True where one is."""
    return left or right


def union(left: object, right: object) -> object:
    """The members of two frozen sets."""
    assert isinstance(left, frozenset)
    assert isinstance(right, frozenset)
    return left | right
