"""Cases as tests of the language, ready to be pasted."""

from collections.abc import Iterable, Mapping

from policyc.core.actions import Ground
from policyc.core.axes import Value
from policyc.core.policy import Verdict
from policyc.diagnostics.terminal import columns
from policyc.syntax.words import words
from policyc.wording.actions import action_text
from policyc.wording.facts import statement
from policyc.wording.speech import Speech
from policyc.wording.verdicts import verdict_word

_WIDTH = 96


def test_text(
    speech: Speech,
    title: str,
    facts: Mapping[str, Value],
    expected: Iterable[tuple[Ground, Verdict]],
) -> str:
    """A `test` that states the facts and expects these verdicts, in the script of the speech.

    What never happened has no literal; it stands in a comment.
    """
    known = words()
    language = speech.language
    lines = [f'{known.word("TEST", language)} "{_escaped(title)}":']
    stated = [statement(speech, k, v) for k, v in facts.items() if v is not None]
    lines += _listed(f"  {known.word('GIVEN', language)} ", stated)
    lines += [f"  # {statement(speech, k, v)}" for k, v in facts.items() if v is None]
    expect = known.word("EXPECT", language)
    for action, verdict in expected:
        lines.append(f"  {expect} {action_text(speech, action)} {verdict_word(verdict, language)}")
    return "\n".join(lines)


def _listed(head: str, parts: list[str]) -> list[str]:
    """Parts with commas between, continued under the first where the line is full."""
    lines: list[str] = []
    line = head
    for number, part in enumerate(parts):
        piece = part + ("," if number < len(parts) - 1 else "")
        if line.strip() and line != head and columns(line + piece) > _WIDTH:
            lines.append(line.rstrip())
            line = " " * columns(head)
        line += piece + " "
    return [*lines, line.rstrip()] if parts else []


def _escaped(title: str) -> str:
    r"""Text that may stand between quotes: `\` and `"` with a `\` before them."""
    return title.replace("\\", "\\\\").replace('"', '\\"')
