"""Policies as they stood in a git revision: `HEAD~1:policies/a.policy`.

Every policy file of the revision's tree is written to a temporary folder, so that names are looked
for there as they are in a checkout. Git is only asked for objects: nothing that a repository
configures (hooks, filters, text conversion, aliases) is run.
"""

import os
import subprocess  # git is the one reader of its own objects
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import attrs

from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.library.library import ROOT_MARKS, SUFFIX, Library, Opened
from policyc.library.reading import MAX_BYTES
from policyc.library.reference import read_reference

MOST_FILES = 20_000
"""How many files of a tree are looked at."""

SECONDS = 60
"""How long git may take for one answer."""

_PLAIN_FILES = (b"100644", b"100755")
_GIT = (
    "git", "--no-pager", "--no-replace-objects", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
)  # fmt: skip


class GitError(Exception):
    """Git could not answer, or not with what was asked for; `reason` says why, for the user."""

    def __init__(self, english: str, chinese: str) -> None:
        super().__init__(english)
        self.reason: Mapping[Language, str] = {"en": english, "zh": chinese}


@attrs.frozen
class InRevision:
    """A path in a revision."""

    revision: str
    path: str


def in_revision(text: str) -> InRevision | None:
    """The revision and path that `REVISION:PATH` names; nothing where it is no such text.

    What exists as a file is a file. A single letter before the colon is a drive.
    """
    revision, colon, path = text.partition(":")
    if not colon or not path or len(revision) <= 1 or revision.startswith("-"):
        return None
    return None if Path(text).exists() else InRevision(revision, path)


class RevisionLibrary(Library):
    """A library of the files of a revision; messages name them by revision and path."""

    def __init__(self, root: Path, revision: str, prefix: str) -> None:
        super().__init__()
        self.root = root
        self._revision, self._prefix = revision, prefix

    def open(self, path: Path, name: str | None = None) -> Opened | Diagnostic:
        """The documents of a file of the revision, or of one that ships."""
        if path.is_relative_to(self.root):
            name = f"{self._revision}:{path.relative_to(self.root).as_posix()}"
        return super().open(path, name)

    def place(self, path: str) -> str:
        """A path from the top of the tree; one that begins with `./` is from where one is.

        Raises `GitError` for one that leaves the tree.
        """
        below = PurePosixPath(self._prefix) / path if path.startswith("./") else PurePosixPath(path)
        if ".." in below.parts or below.is_absolute():
            raise GitError(f"`{path}` leaves the repository", f"`{path}`在仓库之外")
        named = read_reference(below.as_posix(), self.root).place
        if named.endswith(SUFFIX) and not (self.root / named).exists():
            raise GitError(
                f"there is no file `{named}` in `{self._revision}`; has it been added since?",
                f"`{self._revision}`中没有文件`{named}`；它是后来才加入的吗？",
            )
        return below.as_posix()


@contextmanager
def revision_library(revision: str, folder: Path) -> Iterator[RevisionLibrary]:
    """The library of a revision of the repository that a folder lies in. Raises `GitError`."""
    tree = _ask(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{tree}"
    )
    prefix = _ask(folder, "rev-parse", "--show-prefix").decode("utf-8", "replace").strip()
    with TemporaryDirectory(prefix="policyc-") as temporary:
        root = Path(temporary).resolve()
        _write_tree(folder, tree.decode("ascii").strip(), root)
        (root / ROOT_MARKS[-1]).touch()
        yield RevisionLibrary(root, revision, prefix)


def _write_tree(folder: Path, tree: str, root: Path) -> None:
    """Writes the policy files of a tree, and empty files that mark the roots of projects."""
    wanted: list[tuple[str, Path]] = []
    listing = _ask(folder, "ls-tree", "-r", "-l", "-z", "--full-tree", tree)
    for number, entry in enumerate(listing.split(b"\0")):
        if number >= MOST_FILES:
            raise GitError(
                f"the revision has more than {MOST_FILES} files",
                f"该版本中的文件超过{MOST_FILES}个",
            )
        found = _entry(entry)
        if found is None:
            continue
        blob, path = found
        place = root.joinpath(*path.parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == SUFFIX:
            wanted.append((blob, place))
        else:
            place.touch()
    _write_files(folder, wanted)


def _entry(entry: bytes) -> tuple[str, PurePosixPath] | None:
    """The object and path of a plain file that matters here; nothing for any other entry."""
    about, _, name = entry.partition(b"\t")
    fields = about.split()
    if len(fields) != 4 or fields[0] not in _PLAIN_FILES:  # noqa: PLR2004  # mode type object size
        return None
    path = PurePosixPath(os.fsdecode(name))
    matters = path.suffix == SUFFIX or path.name in ROOT_MARKS
    inside = not path.is_absolute() and ".." not in path.parts and "\\" not in path.name
    small = int(fields[3]) <= MAX_BYTES
    return (fields[2].decode("ascii"), path) if matters and inside and small else None


def _write_files(folder: Path, wanted: Sequence[tuple[str, Path]]) -> None:
    """Writes the contents of objects, all asked for at once."""
    asked = "".join(f"{blob}\n" for blob, _ in wanted).encode("ascii")
    answer = _ask(folder, "cat-file", "--batch", given=asked) if wanted else b""
    start = 0
    for _, place in wanted:
        end = answer.index(b"\n", start)
        size = int(answer[start:end].split()[2])
        place.write_bytes(answer[end + 1 : end + 1 + size])
        start = end + 1 + size + 1


def _ask(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers. Raises `GitError`."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    command = [*_GIT, *arguments]
    try:
        done = subprocess.run(  # noqa: S603  # a fixed command; the revision follows an end of options
            command,
            cwd=folder,
            input=given,
            capture_output=True,
            timeout=SECONDS,
            env=environment,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitError("git is not installed", "未安装git") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(f"git does not answer: {error}", f"git没有响应：{error}") from error
    if done.returncode != 0:
        raise _refusal(done.stderr.decode("utf-8", "replace").strip(), arguments[-1], folder)
    return done.stdout


def _refusal(told: str, asked: str, folder: Path) -> GitError:
    """Why git did not answer: in its own words; where it has none, it knows no such revision."""
    if told:
        reason = told.splitlines()[0].removeprefix("fatal: ")
        return GitError(reason, f"git的回答是：{reason}")
    revision = asked.partition("^")[0]
    english, chinese = f"git knows no revision `{revision}`", f"git中没有版本`{revision}`"
    if _ask(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
        english += "; this clone has the end of the history only, `git fetch --unshallow` gets all"
        chinese += "；这个克隆只含部分历史，可用`git fetch --unshallow`取得全部"
    return GitError(english, chinese)
