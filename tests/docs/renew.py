"""`python -m tests.docs.renew PAGE…`: rewrites what the sessions of guides show.

What a command prints is put where it differs from what a page shows; what agrees stays, with its
`…`. Whoever runs this reads the change: it is how one sees what readers will see.
"""

import re
import sys
import tempfile
from pathlib import Path

from tests.docs.guides import Reader
from tests.harness import console, running
from tests.harness.markdown import Block

_FENCE = re.compile(r"^```(?P<info>[^`\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def renewed(text: str, folder: Path) -> str:
    """A page whose sessions show what their commands print."""
    reader = Reader(folder)
    (folder / running.ROOT_MARK).touch()

    def block(match: re.Match[str]) -> str:
        language, _, file = match["info"].strip().partition(" ")
        if file:
            reader.written(Block(language, file, match["body"], 0))
        if language != "console":
            return match[0]
        shown = "".join(_session(command, folder) for command in console.commands(match["body"]))
        return f"```console\n{shown}```"

    return _FENCE.sub(block, text)


def _session(command: console.Command, folder: Path) -> str:
    printed = console.run(command, folder)
    lines = command.lines if printed is None else printed.rstrip("\n").splitlines()
    return "".join(f"{line.rstrip()}\n" for line in (f"$ {command.text}", *lines))


if __name__ == "__main__":
    for page in map(Path, sys.argv[1:]):
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(renewed(page.read_text("utf-8"), Path(folder)), "utf-8")
