"""A case as a `test` of a policy or a `scenario` of several, ready to be pasted."""

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
    expected = f"{action_text(speech, action)} {verdict_word(verdict, speech.language)}"
    return "\n".join([*_opening(speech, "TEST", title, facts), _expect(speech, expected), ""])


def scenario_text(
    speech: Speech,
    title: str,
    facts: Mapping[str, Value],
    action: Ground,
    expected: Iterable[tuple[str, Verdict]],
) -> str:
    """The case as a `scenario` block; `expected` names policies, each with its verdict."""
    language = speech.language
    lines = _opening(speech, "SCENARIO", title, facts)
    lines.append(f"  {words().word('ASK', language)} {action_text(speech, action)}")
    for name, verdict in expected:
        lines.append(_expect(speech, f"{name} {verdict_word(verdict, language)}"))
    return "\n".join([*lines, ""])


def _opening(speech: Speech, kind: str, title: str, facts: Mapping[str, Value]) -> list[str]:
    """The title of a test or a scenario, and the facts."""
    word = words().word
    stated = [_stated(speech, key, value) for key, value in facts.items()]
    given = _filled(f"  {word('GIVEN', speech.language)} ", stated)
    return [f'{word(kind, speech.language)} "{_escaped(title)}":', *given]


def _expect(speech: Speech, expected: str) -> str:
    return f"  {words().word('EXPECT', speech.language)} {expected}"


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
