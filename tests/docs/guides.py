"""A guide, followed from its first line to its last: files written, code run, sessions repeated.

All blocks of a page share one folder. A block that names a file is that file: three backticks,
`policy moon.policy`. After the name, `+` adds the block to the file, and `~` puts it in place of
what was added last. A policy without a file stands alone. A block of Python is a session of the
interpreter, and goes on where the one before it stopped.
"""

import doctest
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from tests.docs.samples import session_failures, text_failures
from tests.harness import running
from tests.harness.expectations import disagreements, expectations
from tests.harness.markdown import Block

ADDED, INSTEAD = "+", "~"


@attrs.frozen(eq=False)
class Reader:
    """Somebody who does what a guide says, in a folder of their own."""

    folder: Path
    parts: dict[str, list[str]] = attrs.field(factory=dict)
    names: dict[str, Any] = attrs.field(factory=dict)

    def failures(self, block: Block) -> Iterator[str]:
        """Where the next block of the guide is not what it says of itself."""
        if block.file is not None:
            yield from self._file(block)
            return
        match block.language:
            case "policy":
                alone = self.folder / f"line{block.line}"
                alone.mkdir()
                yield from text_failures(block, alone)
            case "console":
                yield from session_failures(block, self.folder)
            case "python":
                yield from self._interpreted(block)
            case other:
                yield f"line {block.line}: nothing tries a block of `{other}`"

    def _file(self, block: Block) -> Iterator[str]:
        name, text = self.written(block)
        if name.endswith(".policy"):
            project = running.opened({name: text}, self.folder)
            yield from disagreements(expectations(name, text), running.findings(project))

    def written(self, block: Block) -> tuple[str, str]:
        """The name and the whole text of the file that a block is, or is part of."""
        name, _, how = (block.file or "").partition(" ")
        parts = self.parts.setdefault(name, [])
        if how in {"", INSTEAD}:
            del parts[0 if how == "" else -1 :]
        parts.append(block.text)
        text = "\n".join(parts)
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name, text

    def _interpreted(self, block: Block) -> Iterator[str]:
        session = doctest.DocTestParser().get_doctest(block.text, self.names, "", None, block.line)
        if not session.examples:
            yield f"line {block.line}: no line begins with `>>>`"
        said: list[str] = []
        doctest.DocTestRunner(verbose=False).run(session, out=said.append, clear_globs=False)
        self.names.update(session.globs)
        yield from said
