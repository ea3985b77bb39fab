"""Options that several commands share, and reading their values."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

import typer

from policyc.cli.usage import VARIABLE, WrongUsageError, spoken
from policyc.core.actions import Signature
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.suggest import nearest
from policyc.diagnostics.system import why

LanguageOption = Annotated[
    str,
    typer.Option("--lang", metavar="en|zh", help="Language of the output.", envvar=VARIABLE),
]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day whose versions are meant; else today."),
]


def actions(words: Iterable[str], policies: Iterable[Policy]) -> list[str]:
    """The actions that words name, each once, by their names or, as in a policy, their labels.

    Raises `WrongUsageError` where no policy has such an action, or several have the label.
    """
    known = [s for policy in policies for s in policy.vocabulary.actions.values()]
    return list(dict.fromkeys(_action(word, known) for word in words))


def _action(word: str, known: Sequence[Signature]) -> str:
    if any(signature.name == word for signature in known):
        return word
    labelled = list(dict.fromkeys(s.name for s in known if s.label == word))
    if len(labelled) > 1:
        quoted = [f"`{name}`" for name in labelled]
        raise WrongUsageError(
            f"several actions are called `{word}`: write {' or '.join(quoted)}",
            f"有多个行为都叫`{word}`：请写{'或'.join(quoted)}",
        )
    if not labelled:
        labels = [s.label for s in known if s.label is not None]
        raise unknown_action(word, [*(s.name for s in known), *labels])
    return labelled[0]


def unknown_action(name: str, known: Iterable[str]) -> WrongUsageError:
    """That no policy has an action of a name, for the caller to raise."""
    guess = nearest(name, known)
    return WrongUsageError(
        f"there is no action `{name}`" + (f"; did you mean `{guess}`?" if guess else ""),
        f"没有行为`{name}`" + (f"，是否想写`{guess}`？" if guess else ""),
    )


def unwritable(path: object, error: OSError) -> WrongUsageError:
    """That a file cannot be written, for the caller to raise."""
    reason = why(error)
    return WrongUsageError(
        f"`{path}` cannot be written: {reason['en']}", f"无法写入`{path}`：{reason['zh']}"
    )


def language(value: str) -> Language:
    """A language that output can have."""
    match value:
        case "en":
            return "en"
        case "zh":
            return "zh"
        case _:
            raise WrongUsageError(
                f"there is no language `{value}`: write `en` or `zh`",
                f"没有语言`{value}`：请写`en`或`zh`",
            )


def chosen(option: str, value: str, *allowed: str) -> str:
    """A value of an option that takes one of a few."""
    if value in allowed:
        return value
    raise not_one_of(option, value, allowed)


def not_one_of(
    option: str, value: str, allowed: Sequence[str], chinese: Sequence[str] | None = None
) -> WrongUsageError:
    """That an option has a value that it cannot have, for the caller to raise.

    `chinese` are the values that it could have, where a Chinese word does as well.
    """
    quoted = [f"`{a}`" for a in allowed]
    in_chinese = [f"`{a}`" for a in chinese or allowed]
    english = quoted[0] if len(quoted) == 1 else f"one of {', '.join(quoted)}"
    return WrongUsageError(
        f"{option} cannot be `{value}`: write {english}",
        f"{option}不能是`{value}`：请写{'、'.join(in_chinese)}"
        + ("之一" if len(quoted) > 1 else ""),
    )


def day(value: str | None) -> date:
    """The day that `--on` names; today where it names none."""
    if value is None:
        return date.today()  # noqa: DTZ011  # the user's own day
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise WrongUsageError(
            f"`{value}` is no date: write it like 2025-03-31",
            f"`{value}`不是日期：请写成2025-03-31的形式",
        ) from None


def default_language() -> Language:
    """The language where no option says: `POLICYC_LANG`, else English."""
    return spoken(())
