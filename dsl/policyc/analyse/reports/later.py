"""What two policies do not share from a later day on, when other versions of them are in force."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs

from policyc.analyse.difference import Difference
from policyc.analyse.reports import phrases
from policyc.analyse.reports.diff_text import diff_text
from policyc.analyse.reports.style import Style
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped


@attrs.frozen(eq=False)
class Later:
    """The difference from a day on; none where the policies of the sides in `ended` are over."""

    day: date
    found: Difference | None
    ended: tuple[int, ...] = ()


def later_text(later: Later, language: Language, references: Sequence[str], style: Style) -> str:
    """The day, and the report of that time or who has no version then."""
    if later.found is None:
        names = phrases.LISTED[language].join(escaped(references[side]) for side in later.ended)
        told = phrases.NONE_IN_FORCE[language].format(day=later.day, names=names)
        return f"\n{style.strong(told)}\n"
    heading = phrases.LATER[language].format(day=later.day)
    return f"\n{style.strong(heading)}\n{diff_text(later.found, language, references, style)}"


def later_json(later: Later, language: Language) -> dict[str, Any]:
    """An element of `later` in `diff/1`."""
    from policyc.analyse.reports.diff_json import diff_json  # noqa: PLC0415  # few ask for it

    return {
        "from": later.day.isoformat(),
        "ended": [("left", "right")[side] for side in later.ended],
        "difference": None if later.found is None else diff_json(later.found, language),
    }
