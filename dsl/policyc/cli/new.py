"""`policyc new`: writes a commented starter policy."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import attrs
import typer

from policyc.cli import options
from policyc.cli.output import write
from policyc.cli.starter import starter
from policyc.cli.usage import WrongUsageError
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.elaborate.documents import Found
from policyc.elaborate.elaborator import Elaborator
from policyc.library.library import SUFFIX, Library, open_source
from policyc.library.writing import write_whole
from policyc.source import Source
from policyc.syntax.format.checked import formatted

_NAME = re.compile(r"[^\W\d]\w*")
_MOST_LETTERS = 100


def new(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="What the policy and its file are called.")
    ],
    lang: options.LanguageOption = "en",
) -> None:
    """Write NAME.policy here: a short policy with comments, to be changed into your own.

    It checks and its tests pass. A file of that name is left as it is.
    """
    language = options.language(lang)
    path = Path(f"{_name(name)}{SUFFIX}")
    if path.exists():
        raise _taken(path)
    text = _laid_out(Source(str(path), starter(name, language)))
    wrong = next(iter(_findings(text, name, path)), None)
    if wrong is not None:
        raise _unfit(name, wrong, path, language)
    try:
        write_whole(path, text, replace=False)
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        raise options.unwritable(path, error) from None
    write(_WRITTEN[language].format(path=path))


_WRITTEN = {
    "en": "wrote {path}; try: policyc test {path}",
    "zh": "已写入{path}；可以试试：policyc test {path} --lang zh",
}


def _taken(path: Path) -> WrongUsageError:
    return WrongUsageError(
        f"`{path}` is there already, and was left as it is", f"`{path}`已经存在，没有改动"
    )


def _unfit(name: str, wrong: Diagnostic, path: Path, language: Language) -> WrongUsageError:
    """That a starter of this name would have a mistake in this folder."""
    other = f"{name}_policy"
    if not _findings(_laid_out(Source(str(path), starter(other, language))), other, path):
        return WrongUsageError(
            f"`{name}` is a word that the policy itself would use; choose another name, as"
            f" `{other}`",
            f"`{name}`是政策中要用到的词，请另取名称，例如`{other}`",
        )
    return WrongUsageError(
        "nothing was written, since the policy would not check in this folder: "
        + wrong.message("en"),
        f"未写入任何文件，因为该政策在此文件夹中无法通过检查：{wrong.message('zh')}",
    )


def _name(name: str) -> str:
    """The name itself; ends the command where a policy cannot have it."""
    if _NAME.fullmatch(name) is None or len(name) > _MOST_LETTERS:
        raise WrongUsageError(
            f"`{name}` cannot be a policy's name: write letters, digits and `_`, a letter first,"
            f" {_MOST_LETTERS} at most",
            f"`{name}`不能用作政策名称：请用字母（汉字亦可）、数字和`_`，以字母开头，"
            f"最多{_MOST_LETTERS}个",
        )
    return name


@attrs.frozen(eq=False)
class _Here:
    """The documents that a file in this folder would find."""

    library: Library
    folder: Path
    own: Sequence[Found]

    def find(self, name: str, near: Source) -> Sequence[Found]:  # noqa: ARG002  # always this folder
        """The documents of a name, those of the file itself first."""
        inside = [found for found in self.own if found.name == name]
        return inside or self.library.find_from(name, self.folder)

    def names(self, near: Source) -> Sequence[str]:  # noqa: ARG002  # always this folder
        """The names that could be found."""
        return self.library.names_from(self.folder / "-")


def _laid_out(source: Source) -> str:
    """The text in the one layout: its tables are as wide as the name needs."""
    return formatted(source).text or source.text


def _findings(text: str, name: str, path: Path) -> list[Diagnostic]:
    """What would be wrong with the starter if it stood in this folder."""
    opened = open_source(Source(str(path), text), name)
    elaborator = Elaborator(_Here(Library(), Path.cwd(), opened.documents))
    found = [f for document in opened.documents for f in elaborator.elaborate(document).findings]
    return [*opened.findings, *found]
