"""The tables that drive the parser, from the user's cache where they are there already.

Lark makes them of the grammar, which takes longer than most policies take to be checked. So plain
data are kept of them, and lark itself is imported only to make them.
"""

import marshal
import os
import sys
from functools import cache
from pathlib import Path

from policyc.resources import cache_folder, grammar_folder
from policyc.syntax.lalr import Tables


@cache
def tables() -> Tables:
    """The tables of the language's grammar."""
    grammar = (grammar_folder() / "policy.lark").read_text("utf-8")
    folder = cache_folder()
    if folder is None:
        return _made(grammar)
    # Marshalled data are those of one version of Python, as byte code is.
    file = folder / f"grammar.{sys.implementation.cache_tag}.tables"
    found = _kept(file, grammar)
    if found is None:
        found = _made(grammar)
        _keep(file, grammar, found)
    return found


def _made(grammar: str) -> Tables:
    from policyc.syntax.grammar import made_tables  # noqa: PLC0415  # loads lark

    return made_tables(grammar)


def _kept(file: Path, grammar: str) -> Tables | None:
    """The tables in a file, if they are those of this grammar."""
    try:
        of, kept = marshal.loads(file.read_bytes())  # noqa: S302  # a folder that only the user can write
        return Tables(*kept) if of == grammar else None
    except (OSError, ValueError, EOFError, TypeError):
        return None  # none yet, or not whole: they are made again


def _keep(file: Path, grammar: str, found: Tables) -> None:
    """Writes the file as a whole or not at all; without it, only time is lost."""
    part = file.with_suffix(f".{os.getpid()}")
    try:
        part.write_bytes(marshal.dumps((grammar, tuple(found))))
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
