"""What formatting would change."""

from difflib import unified_diff

_UNENDED = "\\ No newline at end of file\n"


def difference(name: str, before: str, after: str) -> str:
    """A unified diff (POSIX `diff -u`) of a file's text; nothing where nothing would change."""
    lines = unified_diff(_lines(before), _lines(after), name, name)
    return "".join(map(_ended, lines))


def _lines(text: str) -> list[str]:
    """Lines with their line feeds; no other character ends a line."""
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n{_UNENDED}"
