"""The policies that tests speak of: found by name, in the version of a day."""

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from policyc.core.policy import Period, Policy
from policyc.diagnostics.catalogue import naming, testing
from policyc.diagnostics.diagnostic import Diagnostic, Language, Wording
from policyc.elaborate.documents import Documents, Found
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.elaborate.versions import in_force, period_of
from policyc.source import Span
from policyc.syntax.words import words


@attrs.frozen(eq=False)
class Subject:
    """One version of a policy that a test asks; `many` tells that it has other versions."""

    document: Elaborated
    policy: Policy
    many: bool = False

    @property
    def name(self) -> str:
        """The policy's name, with the day from which the version holds where there are several."""
        start = self.policy.period.start
        return f"{self.policy.name}@{start}" if self.many and start else self.policy.name


@attrs.frozen(eq=False)
class Policies:
    """Finds the policies that the tests of documents name."""

    documents: Documents
    elaborator: Elaborator

    def own(self, document: Elaborated, day: date | None, where: Span) -> Subject | Diagnostic:
        """The policy that a test stands in, that very version, in force on `day` if one is said."""
        name = document.found.name
        if not document.usable or document.policy is None:
            return _broken(name, document.found, where)
        versions = _policies(self.documents.find(name, document.found.source))
        if day is not None and day not in document.policy.period:
            return _not_in_force(name, versions, day, where)
        return Subject(document, document.policy, len(versions) > 1)

    def named(self, name: str, near: Elaborated, day: date, where: Span) -> Subject | Diagnostic:
        """The version of a policy that is in force on a day, found as `uses` finds it."""
        source = near.found.source
        versions = _policies(self.documents.find(name, source))
        assert versions, "elaboration reports a policy that cannot be found"
        found = in_force(versions, day)
        if found is None:
            return _not_in_force(name, versions, day, where)
        document = self.elaborator.elaborate(found)
        if not document.usable or document.policy is None:
            return _broken(name, found, where)
        return Subject(document, document.policy, len(versions) > 1)


def _policies(documents: Sequence[Found]) -> list[Found]:
    return [found for found in documents if found.kind == "policy"]


def _broken(name: str, found: Found, where: Span) -> Diagnostic:
    return Diagnostic(naming.BROKEN_DOCUMENT, where, {"name": name, "file": found.source.name})


def _not_in_force(name: str, versions: Sequence[Found], day: date, where: Span) -> Diagnostic:
    periods = [period_of(found.document) for found in versions]
    shown: dict[Language, str] = {
        "en": ", ".join(_period_text(period, "en") for period in periods),
        "zh": "；".join(_period_text(period, "zh") for period in periods),
    }
    arguments: dict[str, Wording] = {
        "policy": name,
        "day": day.isoformat(),
        "versions": shown,
        "choose": _CHOOSE,
    }
    return Diagnostic(testing.NOT_IN_FORCE, where, arguments)


_CHOOSE: Mapping[Language, str] = {
    "en": "`on DATE` in a test, or `--on DATE`, chooses one",
    "zh": "请在测试中用`于 日期`，或用`--on DATE`选定",
}


def _period_text(period: Period, language: Language) -> str:
    """A period as a policy states it: `effective 2025-01-01 until 2026-01-01`."""
    known = words()
    parts = [known.word("EFFECTIVE", language), str(period.start)]
    if period.end is not None:
        parts += [known.word("UNTIL", language), str(period.end)]
    return " ".join(parts)
