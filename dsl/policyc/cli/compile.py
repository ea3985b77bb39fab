"""`policyc compile`: writes a policy's evaluator as a file of its own."""

from pathlib import Path
from typing import Annotated

import typer

from policyc.cli import options, output
from policyc.cli.policy import PolicyArgument, chosen_policy
from policyc.core.policy import Policy
from policyc.library.writing import write_whole

TARGETS = ("python",)


def compile(  # noqa: A001  # the command's name; typer reads it here
    policy: Annotated[str, PolicyArgument],
    to: Annotated[
        str, typer.Option("--to", metavar="|".join(TARGETS), help="The language to write.")
    ] = "python",
    into: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")
    ] = None,
    on: options.OnOption = None,
    lang: options.LanguageOption = "en",
) -> None:
    """Write a policy's evaluator as a file that needs neither policyc nor the policy's text."""
    target = options.chosen("--to", to, *TARGETS)
    chosen = chosen_policy(policy, on, options.language(lang))
    assert chosen.document.policy is not None, "what was chosen is a policy"
    text = _text(chosen.document.policy, target)
    if into is None:
        output.write(text)
        return
    try:
        write_whole(into, text)
    except OSError as error:
        raise options.unwritable(into, error) from None


def _text(policy: Policy, target: str) -> str:
    match target:
        case "python":
            from policyc.engines.python.module import module_text  # noqa: PLC0415  # one a run

            return module_text(policy)
        case _:
            raise ValueError(target)
