"""A case as a `test` block, ready to be pasted into a policy."""

from collections.abc import Iterable, Mapping

from policyc.core.actions import Ground
from policyc.core.axes import Elapsed, ElapsedDays, Ever, Value
from policyc.core.policy import Verdict
from policyc.diagnostics.terminal import columns
from policyc.syntax.format.expressions import expression
from policyc.syntax.words import words
from policyc.wording.actions import action_text
from policyc.wording.facts import statement
from policyc.wording.speech import Speech
from policyc.wording.trees import history, printed
from policyc.wording.verdicts import verdict_word

WIDTH = 96
"""Columns that a line of facts is filled to."""


def test_text(
    speech: Speech,
    title: str,
    facts: Mapping[str, Value],
    action: Ground,
    verdict: Verdict,
) -> str:
    """The block, ended by a line break."""
    word = words().word
    language = speech.language
    lines = [f'{word("TEST", language)} "{_escaped(title)}":']
    stated = [_stated(speech, key, value) for key, value in facts.items()]
    lines += _filled(f"  {word('GIVEN', language)} ", stated)
    expected = f"  {word('EXPECT', language)} {action_text(speech, action)} "
    expected += verdict_word(verdict, language)
    return "\n".join([*lines, expected, ""])


def _stated(speech: Speech, key: str, value: Value) -> str:
    """A fact; that something never happened is said by denying that it ever did."""
    origin = speech.axes[key].origin
    if value is None and isinstance(origin, Elapsed | ElapsedDays):
        ever = history(speech, Ever(origin.pattern, origin.subject))
        told = printed(speech, lambda terms: expression(terms, ever))
        return f"{words().word('NOT', speech.language)} {told}"
    return statement(speech, key, value)


def _filled(lead: str, parts: Iterable[str]) -> list[str]:
    """Parts with commas between them, continued under the first where a line is full."""
    found = list(parts)
    lines: list[str] = []
    line = lead
    for number, part in enumerate(found):
        piece = part + ("," if number < len(found) - 1 else "")
        if line.strip() and line != lead and columns(line + piece) > WIDTH:
            lines.append(line.rstrip())
            line = " " * columns(lead)
        line += piece + " "
    return [*lines, line.rstrip()] if found else []


def _escaped(title: str) -> str:
    r"""Text that may stand between quotes on one line: `\` and `"` with a `\` before them."""
    return " ".join(title.split()).replace("\\", "\\\\").replace('"', '\\"')
