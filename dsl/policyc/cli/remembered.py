"""What a command wrote before, for as long as nothing that it was made of has changed.

An answer is kept with everything that it came from: the call, policyc's own files, the files that
the references named, what each name led to, and a digest of each text read. It is given again only
where all of these are found unchanged. What is kept is JSON, and text to be printed at that.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import attrs

from policyc.library.library import Library
from policyc.library.project import policy_files
from policyc.library.reading import read_source
from policyc.library.reference import read_reference
from policyc.library.revision import in_revision
from policyc.library.writing import write_whole
from policyc.resources import cache_folder, code_files
from policyc.source import Source

MOST = 20
"""How many answers of a command are kept."""

_SUFFIX = ".answer.json"

Plain: TypeAlias = str | int | bool | Sequence["Plain"] | None


@attrs.frozen
class Answer:
    """What a command wrote to standard output, and its exit code."""

    text: str
    code: int


@attrs.frozen
class Call:
    """A call of a command: the references in it, and whatever else its answer turns on."""

    command: str
    references: tuple[str, ...]
    options: tuple[Plain, ...]

    @property
    def is_of_files(self) -> bool:
        """Whether it is about files alone, not about revisions that git keeps."""
        return all(in_revision(reference) is None for reference in self.references)


def recalled(call: Call) -> Answer | None:
    """The answer to a call as it was, if nothing has changed since."""
    file = _file(call)
    try:
        kept = json.loads(file.read_text("utf-8")) if file is not None else None
        return _checked(kept, call) if kept is not None else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None  # none yet, or not as it was written: it is worked out again


def remember(call: Call, library: Library, answer: Answer) -> None:
    """Keeps an answer that was made of what a library has read; without it, only time is lost."""
    file = _file(call)
    if file is None or not call.is_of_files:
        return
    kept = {
        "call": _key(call),
        "places": list(map(_place, call.references)),
        "lookups": [
            [_shown(own), name, _shown(found)] for (own, name), found in library.lookups.items()
        ],
        "texts": {str(path): _digest(text) for path, text in library.texts.items()},
        "answer": answer.text,
        "code": answer.code,
    }
    try:
        write_whole(file, json.dumps(kept))
        _forget(file.parent, file.name.partition(".")[0])
    except OSError:
        return


def _checked(kept: Mapping[str, Any], call: Call) -> Answer | None:
    """The kept answer, if all that it was made of is as it was. Errors where it is none."""
    library = Library()
    same = (
        kept["call"] == _key(call)
        and kept["places"] == list(map(_place, call.references))
        and all(_leads_to(library, *lookup) for lookup in kept["lookups"])
        and all(_reads(Path(path), digest) for path, digest in kept["texts"].items())
    )
    text, code = kept["answer"], kept["code"]
    if not isinstance(text, str) or type(code) is not int:
        raise TypeError
    return Answer(text, code) if same else None


def _leads_to(library: Library, own: str | None, name: str, found: str | None) -> bool:
    """Whether a name seen from a path still leads to the same file."""
    return _shown(library.located(name, None if own is None else Path(own))) == found


def _reads(path: Path, digest: str) -> bool:
    """Whether a file has the text that a digest is of."""
    read = read_source(path)
    return isinstance(read, Source) and _digest(read.text) == digest


def _place(reference: str) -> list[Plain]:
    """What a reference names: its parts, and the files that are there."""
    found = read_reference(reference, Path.cwd())
    path = Path(found.place)
    files = policy_files([path], []) if path.exists() else ()
    day = None if found.day is None else found.day.isoformat()
    return [found.place, found.document, day, path.is_dir(), *map(_shown, files)]


def _shown(path: Path | None) -> str | None:
    """A path without links, so that a link that leads elsewhere is noticed."""
    return None if path is None else os.path.realpath(path)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _file(call: Call) -> Path | None:
    """Where the answer to a call is kept; `None` where there is no place for it."""
    folder = cache_folder()
    if folder is None:
        return None
    return folder / f"{call.command}.{_digest(_key(call))}{_SUFFIX}"


def _key(call: Call) -> str:
    """The call, from where it was made, and policyc's own files."""
    own = [f"{path} {size} {changed}" for path, size, changed in _own_files()]
    return json.dumps([str(Path.cwd()), _digest("\n".join(own)), attrs.astuple(call)])


def _own_files() -> Iterator[tuple[Path, int, int]]:
    for path in code_files():
        status = path.stat()
        yield path, status.st_size, status.st_mtime_ns


def _forget(folder: Path, command: str) -> None:
    """Removes the oldest answers of a command where there are too many."""
    kept = sorted(folder.glob(f"{command}.*{_SUFFIX}"), key=lambda path: path.stat().st_mtime_ns)
    for path in kept[:-MOST]:
        path.unlink(missing_ok=True)
