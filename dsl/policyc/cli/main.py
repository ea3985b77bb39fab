"""Where the program begins and ends: exit codes, and what is said of bugs."""

import gc
import os
import sys
import traceback
from collections.abc import Sequence

from policyc.cli import output
from policyc.cli.exits import Exit

_WITH_SEVERAL_VALUES = ("--against",)


def main() -> None:
    """Runs the program with the command line's arguments."""
    # Most of what is made here, classes and trees, lives until the end: looking it through for
    # garbage every 700 objects takes a third of a short run.
    gc.set_threshold(100_000)
    output.prepare()
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader went away, as `head` does: nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """The exit code after a call with these arguments."""
    from policyc.cli.app import app  # noqa: PLC0415  # a bug while importing is a bug as well

    try:
        result = app(args=spread(arguments), standalone_mode=False, prog_name="policyc")
    except BrokenPipeError:
        return Exit.OK
    except KeyboardInterrupt:
        output.remark("policyc: stopped")
        return 130
    except Exception as error:  # noqa: BLE001  # whatever is not click's own is a bug
        if hasattr(error, "format_message") and hasattr(error, "exit_code"):
            output.remark(f"policyc: {error.format_message()}")
            return Exit.USAGE
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


def _bug(error: Exception) -> int:
    output.remark(f"policyc: this is a bug in policyc itself: {type(error).__name__}: {error}")
    output.remark("policyc: please report it, with the command and the files that led to it")
    if os.environ.get("POLICYC_TRACEBACK"):
        traceback.print_exception(error)
    else:
        output.remark("policyc: POLICYC_TRACEBACK=1 shows where it happened")
    return Exit.BUG
