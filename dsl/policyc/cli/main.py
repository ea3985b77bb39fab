"""Where the program begins and ends: exit codes, and what is said of bugs."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

from policyc.cli import output
from policyc.cli.commands import COMMANDS
from policyc.cli.exits import Exit
from policyc.cli.output import NotWrittenError
from policyc.cli.usage import WrongUsageError, complaint, shortened, spoken
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped
from policyc.diagnostics.words import COLON

_WITH_SEVERAL_VALUES = ("--against",)


def main() -> None:
    """Runs the program with the command line's arguments."""
    # Most of what is made here, classes and trees, lives until the end: looking it through for
    # garbage every 700 objects takes a third of a short run.
    gc.set_threshold(100_000)
    output.prepare()
    code = run(sys.argv[1:])
    try:
        output.flush()
    except NotWrittenError as error:
        code = _not_written(error, spoken(sys.argv[1:]))
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """The exit code after a call with these arguments."""
    from policyc.cli.app import app  # noqa: PLC0415  # a bug while importing is a bug as well

    language = spoken(arguments)
    try:
        result = app(args=spread(arguments), standalone_mode=False, prog_name="policyc")
    except BrokenPipeError:
        return Exit.OK
    except KeyboardInterrupt:
        output.remark("policyc: stopped")
        return 130
    except WrongUsageError as error:
        return _wrong_usage(escaped(shortened(error.wording[language])))
    except NotWrittenError as error:
        return _not_written(error, language)
    except Exception as error:  # noqa: BLE001  # whatever is not click's own is a bug
        if hasattr(error, "format_message") and hasattr(error, "exit_code"):
            return _wrong_call(error, language)
        return _bug(error)
    return result if isinstance(result, int) else Exit.OK


def spread(arguments: Sequence[str]) -> list[str]:
    """The arguments with the option's name before each of its values: `--against a b` takes two."""
    found: list[str] = []
    option: str | None = None
    for argument in arguments:
        if argument.startswith("-"):
            option = argument if argument in _WITH_SEVERAL_VALUES else None
            found += [] if option else [argument]
        else:
            found += [option, argument] if option else [argument]
    return found


def _wrong_call(error: Any, language: Language) -> Exit:
    """Says what is wrong with a call; one without anything is answered with the help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        output.remark(error.format_message())
        return Exit.USAGE
    return _wrong_usage(complaint(error, language, [command.name for command in COMMANDS]))


def _wrong_usage(said: str) -> Exit:
    output.remark(f"policyc: {said}")
    return Exit.USAGE


def _not_written(error: NotWrittenError, language: Language) -> Exit:
    said = {"en": "the result cannot be written", "zh": "无法写出结果"}[language]
    return _wrong_usage(f"{said}{COLON[language]}{error.reason[language]}")


def _bug(error: Exception) -> int:
    output.remark(f"policyc: this is a bug in policyc itself: {type(error).__name__}: {error}")
    output.remark("policyc: please report it, with the command and the files that led to it")
    if os.environ.get("POLICYC_TRACEBACK"):
        import traceback  # noqa: PLC0415  # hardly any run needs it

        traceback.print_exception(error)
    else:
        output.remark("policyc: POLICYC_TRACEBACK=1 shows where it happened")
    return Exit.BUG
