"""How a text is laid out."""

import attrs

LIMIT = 20
"""How many items of a list are shown unless all are wanted."""


@attrs.frozen
class Style:
    """Columns to fill, whether there is colour, and how long lists may be; `None` is any length."""

    width: int = 100
    colour: bool = False
    limit: int | None = LIMIT

    def strong(self, text: str) -> str:
        """The text so that it stands out."""
        return f"\033[1m{text}\033[0m" if self.colour and text else text

    def faint(self, text: str) -> str:
        """The text so that it stands back."""
        return f"\033[2m{text}\033[0m" if self.colour and text else text


PLAIN = Style()
