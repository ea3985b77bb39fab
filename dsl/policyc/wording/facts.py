"""Facts as a test states them: `overdue = 20 days, ever(written_notice), not identified`."""

from collections.abc import Iterable, Mapping

from policyc.core.axes import Value, YesNo
from policyc.syntax.words import words
from policyc.wording.conditions import fact_text, value_text
from policyc.wording.speech import Speech


def statement(speech: Speech, key: str, value: Value) -> str:
    """One fact: a yes/no fact by its name, denied where it is no; any other with its value.

    An elapsed time is `never` where nothing happened, which a test may state.
    """
    name = fact_text(speech, key)
    if isinstance(speech.axes[key].domain, YesNo):
        return name if value else f"{words().word('NOT', speech.language)} {name}"
    return f"{name} = {value_text(speech, key, value)}"


def statements(speech: Speech, facts: Mapping[str, Value]) -> Iterable[str]:
    """Facts in the order given."""
    return (statement(speech, key, value) for key, value in facts.items())
