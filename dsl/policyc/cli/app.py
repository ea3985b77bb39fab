"""The program's face: `policyc COMMAND …`, commands loaded when called."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from policyc.cli.commands import COMMANDS
from policyc.cli.plain import taken_as_written

_EPILOG = "`policyc COMMAND --help` tells more of each."


class _Command(TyperCommand):
    """Takes plain values as they are written."""

    def get_params(self, ctx: Any) -> Any:
        """The options and arguments, that for help too."""
        return taken_as_written(super().get_params(ctx))


class _Commands(TyperGroup):
    """Imports a command's module when the command is called, not when the help lists it."""

    def get_params(self, ctx: Any) -> Any:
        """The options, that for help too."""
        return taken_as_written(super().get_params(ctx))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # click's signature
        """The names, in the order that a newcomer meets them."""
        return [command.name for command in COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # click's signature
        """The command of a name; `None` where there is none."""
        for command in COMMANDS:
            if command.name == cmd_name:
                return load(command.module, command.function, command.name)
        return None

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  # click's
        """The list in the help, without importing what it lists."""
        with formatter.section("Commands"):
            formatter.write_dl([(command.name, command.summary) for command in COMMANDS])


def load(module: str, function: str, name: str) -> Any:
    """A command's click command."""
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=_Command)(getattr(import_module(module), function))
    return get_command(single)


app = typer.Typer(
    cls=_Commands,
    name="policyc",
    help="A language for published policies: check, decide, test and compare them.",
    epilog=_EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415  # only --version needs it

        typer.echo(f"policyc {version('policyc')}")
        raise typer.Exit


@app.callback()
def policyc(
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Show the version."
    ),
) -> None:
    """A language for published policies: check, decide, test and compare them."""
