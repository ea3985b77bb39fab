"""The code blocks of a Markdown text."""

import re
from collections.abc import Iterator

import attrs

_FENCE = re.compile(r"^```(?P<info>[^`\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@attrs.frozen
class Block:
    """A code block: its language, the file that it stands for, its text, and its first line.

    The file is the second word after the fence: three backticks, `policy lender.policy`.
    """

    language: str
    file: str | None
    text: str
    line: int


def blocks(text: str) -> Iterator[Block]:
    """The code blocks of a text, from the top."""
    for match in _FENCE.finditer(text):
        language, _, file = match["info"].strip().partition(" ")
        line = text.count("\n", 0, match.start()) + 2
        yield Block(language, file.strip() or None, match["body"], line)
