"""Every command: its name, the module of its function, and its line in the help.

A module is imported only when its command is called, so that each command starts as fast as what it
needs. The function has the command's name (`new` and `test` too), and typer reads its signature.
"""

import attrs


@attrs.frozen
class Command:
    """A command: `module` lies in this room, `function` in the module."""

    name: str
    summary: str
    module: str
    function: str


def _command(name: str, summary: str) -> Command:
    return Command(name, summary, f"policyc.cli.{name}", name)


COMMANDS: tuple[Command, ...] = (
    _command("check", "Say what is wrong with policies."),
    _command("fmt", "Rewrite policies in the one layout, or in the other script."),
    _command("decide", "Ask a policy about a case, or about a file of cases."),
    _command("test", "Run tests, scenarios and proofs."),
    _command("diff", "Show every difference between two policies."),
    _command("compare", "Put several policies side by side, and hold them against statutes."),
    _command("compile", "Write a policy's evaluator as a file of its own."),
    _command("show", "Show a policy in plain sentences with its sources."),
    _command("explain", "Show the page of a diagnostic code."),
    _command("new", "Write a commented starter policy."),
)
