"""What is wrong with a call, in the language of the call."""

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.suggest import nearest
from policyc.diagnostics.terminal import escaped

VARIABLE = "POLICYC_LANG"
"""The variable of the environment that says the language where no option does."""

_EXTRA = "Got unexpected extra argument"
_LONGEST = 300


class WrongUsageError(Exception):
    """A call that cannot be followed; `wording` says why, and what to write instead."""

    def __init__(self, english: str, chinese: str) -> None:
        super().__init__(english)
        self.wording: Mapping[Language, str] = {"en": english, "zh": chinese}


def spoken(arguments: Sequence[str]) -> Language:
    """The language that a call asks for, as far as it can be told before it is understood."""
    said = os.environ.get(VARIABLE, "")
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--lang":
            said = following
        elif argument.startswith("--lang="):
            said = argument.removeprefix("--lang=")
    return "zh" if said.startswith("zh") else "en"


def complaint(error: Any, language: Language, commands: Sequence[str]) -> str:
    """What an error of the command line's reader says, in the words of this program.

    Errors go by the names of their classes, since typer's versions take them from different
    packages; one that is not known here keeps its own words.
    """
    tell = _TOLD.get(type(error).__name__)
    if tell is None and error.format_message().startswith(_EXTRA):
        tell = _extra
    if tell is None and _word(error) is not None:
        tell = _command
    text = error.format_message() if tell is None else tell(error, commands)[language]
    return escaped(shortened(text))


def shortened(text: str) -> str:
    """The text, or its beginning where it is longer than a message should be."""
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _option(error: Any, _: Sequence[str]) -> Mapping[Language, str]:
    name = error.option_name
    near = nearest(name, error.possibilities or ())
    return _hinted(f"there is no option `{name}`", f"没有选项`{name}`", near)


def _help(error: Any) -> str:
    """How the help of the command is asked for."""
    context = getattr(error, "ctx", None)
    return f"`{context.command_path if context else 'policyc'} --help`"


def _missing(error: Any, _: Sequence[str]) -> Mapping[Language, str]:
    name, call = error.param.metavar or error.param.name, _help(error)
    return {"en": f"{name} is missing: see {call}", "zh": f"缺少{name}：请看{call}"}


def _unfit(error: Any, _: Sequence[str]) -> Mapping[Language, str]:
    name = error.param.opts[0] if error.param else ""
    call = _help(error)
    return {
        "en": f"the value after {name} does not fit: see {call}",
        "zh": f"{name}后面的值不合适：请看{call}",
    }


def _bare(error: Any, _: Sequence[str]) -> Mapping[Language, str]:
    """An option without its value, or a switch with one."""
    name = error.option_name
    if "not take" in error.format_message():
        return {"en": f"{name} takes no value", "zh": f"{name}不带值"}
    return {"en": f"{name} needs a value after it", "zh": f"{name}后面需要一个值"}


def _extra(error: Any, _: Sequence[str]) -> Mapping[Language, str]:
    given = error.format_message().partition("(s) (")[2].removesuffix(")")
    call = _help(error)
    return {
        "en": f"`{given}` is more than the command takes: see {call}; a value with spaces needs"
        " quotes around it",
        "zh": f"`{given}`超出了该命令的参数：请看{call}；含有空格的值须加引号",
    }


def _word(error: Any) -> str | None:
    """The word that was taken for a command, where the error is that there is none of its name."""
    before, found, after = error.format_message().partition("No such command '")
    return after.partition("'")[0] if found and not before else None


def _command(error: Any, commands: Sequence[str]) -> Mapping[Language, str]:
    name = _word(error) or ""
    near = nearest(name, commands)
    found = _hinted(f"there is no command `{name}`", f"没有命令`{name}`", near)
    if near is not None:
        return found
    listed = {"en": ", ".join(commands), "zh": "、".join(commands)}
    return {
        "en": f"{found['en']}: write one of {listed['en']}",
        "zh": f"{found['zh']}，可用的有：{listed['zh']}",
    }


def _hinted(english: str, chinese: str, near: str | None) -> Mapping[Language, str]:
    if near is None:
        return {"en": english, "zh": chinese}
    return {
        "en": f"{english}; did you mean `{near}`?",
        "zh": f"{chinese}，是否想写`{near}`？",
    }


_TOLD: Mapping[str, Callable[[Any, Sequence[str]], Mapping[Language, str]]] = MappingProxyType(
    {
        "NoSuchOption": _option,
        "MissingParameter": _missing,
        "BadOptionUsage": _bare,
        "BadParameter": _unfit,
    }
)
