"""What a call of `policyc compare` asks for."""

from datetime import date

import attrs

from policyc.analyse.reports.style import Style
from policyc.cli.remembered import Call
from policyc.diagnostics.diagnostic import Language


@attrs.frozen
class Wanted:
    """What was asked for: references to policies and statutes, actions, and how to tell it.

    `style` is `None` where JSON is wanted; no `actions` are all of them; a `summary` is text
    without the cases; `dated` says whether somebody named the day, which is today's otherwise.
    """

    policies: tuple[str, ...]
    statutes: tuple[str, ...]
    actions: tuple[str, ...]
    day: date
    language: Language
    style: Style | None
    summary: bool
    dated: bool

    @property
    def call(self) -> Call:
        """The call, as what is kept for it goes by."""
        style = None if self.style is None else attrs.astuple(self.style)
        of = (len(self.policies), self.actions, self.day.isoformat())
        told = (self.language, style, self.summary, self.dated)
        return Call("compare", (*self.policies, *self.statutes), (of, told))
