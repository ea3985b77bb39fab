"""What policies differ in besides verdicts, as lines: terms, duties, deadlines, stages, wording."""

from collections.abc import Iterable, Iterator

import attrs

from policyc.analyse.deadlines import DeadlineDifference
from policyc.analyse.difference import Difference
from policyc.analyse.duties import DutyDifference
from policyc.analyse.reports import phrases
from policyc.analyse.reports.citing import Citing
from policyc.analyse.reports.layout import padded, widest, wrapped
from policyc.analyse.reports.naming import Naming
from policyc.analyse.reports.style import Style
from policyc.analyse.reports.terms_text import due_text, term_name
from policyc.analyse.rewording import Rewording
from policyc.analyse.stages import joint_stages
from policyc.analyse.terms import TermRow
from policyc.core.conditions import ALWAYS
from policyc.core.policy import Stage
from policyc.diagnostics.terminal import escaped


@attrs.frozen(eq=False)
class RestWriter:
    """Writes the sections below the list of regions."""

    found: Difference
    naming: Naming
    citing: Citing
    style: Style

    def lines(self) -> Iterator[str]:
        """The sections that have something to say, each after an empty line."""
        found = self.found
        yield from self.section(phrases.TERMS, (self.term(row) for row in found.terms))
        yield from self.section(phrases.DUTIES, (self.duty(duty) for duty in found.duties))
        yield from self.section(phrases.DEADLINES, (self.deadline(d) for d in found.deadlines))
        yield from self.section(phrases.SCOPES, self.scopes())
        yield from self.section(phrases.SUBJECT_TO, self.statutes())
        yield from self.section(phrases.STAGES, self.stages() if found.stages else ())
        yield from self.section(phrases.REWORDED, (self.rewording(r) for r in found.rewordings))

    def section(self, title: phrases.Phrase, texts: Iterable[str]) -> Iterator[str]:
        """A heading and what stands under it; nothing where that is nothing."""
        found = list(texts)
        if found:
            yield ""
            yield self.style.strong(title[self.naming.language])
        for text in found:
            yield from wrapped(escaped(text), self.style.width, "  ", "    ")

    def term(self, row: TermRow) -> str:
        """A term with what each side publishes."""
        named = next(term for term in row.terms if term is not None)
        sides = [
            f"{name} {self.citing.term(side, term)}"
            for side, (name, term) in enumerate(zip(self.naming.names, row.terms, strict=True))
        ]
        stricter = self.stricter(row.strictest[0]) if len(row.strictest) == 1 else ""
        return (
            term_name(named, self.naming.language)
            + self.said(phrases.COLON)
            + self.said(phrases.SEMICOLON).join(sides)
            + stricter
        )

    def stricter(self, side: int | None) -> str:
        """A remark on which side is stricter, if one is."""
        if side is None:
            return ""
        inside = self.said(phrases.STRICTER, name=self.naming.names[side])
        return self.said(phrases.BRACKETS, inside=inside)

    def duty(self, found: DutyDifference) -> str:
        """A duty that only one side attaches."""
        return duty_text(found, self.rule(found.side, found.duty.rule), self.naming)

    def deadline(self, found: DeadlineDifference) -> str:
        """What both require, with either's deadline."""
        sides = [
            f"{name} {due_text(clause.deadline, self.naming)}"
            + self.said(phrases.BRACKETS, inside=self.rule(side, clause.rule))
            for side, (name, clause) in enumerate(
                zip(self.naming.names, found.clauses, strict=True)
            )
        ]
        actions = self.naming.teller.actions(found.pattern)
        both = self.said(phrases.SEMICOLON).join(sides)
        return actions + self.said(phrases.COLON) + both + self.stricter(found.stricter)

    def scopes(self) -> Iterator[str]:
        """What each side is limited to, if that differs."""
        room = widest(self.naming.names)
        for name, scope in zip(self.naming.names, self.found.scopes or (), strict=False):
            told = self.naming.teller.conjunction(scope)
            text = self.said(phrases.NO_SCOPE) if scope == ALWAYS else told
            yield padded(name, room) + "  " + text

    def statutes(self) -> Iterator[str]:
        """The statutes that each side calls itself subject to, if they differ."""
        room = widest(self.naming.names)
        for name, statutes in zip(self.naming.names, self.found.statutes or (), strict=False):
            text = self.said(phrases.LISTED).join(statutes) or self.said(phrases.NO_STATUTE)
            yield padded(name, room) + "  " + text

    def stages(self) -> Iterator[str]:
        """Each side's stages, in their order."""
        room = widest(self.naming.names)
        for number, name in enumerate(self.naming.names):
            told = [self.stage(stage) for stage in joint_stages(self.found.joint, number)]
            text = self.said(phrases.SEMICOLON).join(told) or self.said(phrases.NO_STAGES)
            yield padded(name, room) + "  " + text

    def stage(self, stage: Stage) -> str:
        """A stage and its range."""
        language = self.naming.language
        name = stage.label if language == "zh" and stage.label else stage.name
        told = self.naming.teller.conjunction(stage.condition)
        return name + self.said(phrases.BRACKETS, inside=told)

    def rewording(self, found: Rewording) -> str:
        """Two rules that mean the same."""
        one, other = found.rules
        if not found.renamed:
            return self.rule(0, one)
        names = self.naming.names
        return f"{names[0]} {self.rule(0, one)} = {names[1]} {self.rule(1, other)}"

    def rule(self, side: int, name: str) -> str:
        """A rule with its title and sources."""
        return self.citing.rule(side, name)

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)


def duty_text(found: DutyDifference, rule: str, naming: Naming) -> str:
    """A duty that only one of two policies attaches, whose it is, and its rule in words."""
    teller, duty, language = naming.teller, found.duty, naming.language
    form = phrases.DUTY if duty.guard == ALWAYS else phrases.DUTY_WHEN
    text = form[language].format(
        name=naming.names[found.side],
        actions=teller.actions(duty.pattern),
        cases=teller.condition(duty.guard),
        requirement=teller.condition(duty.requirement, alone=True),
    )
    text += phrases.BRACKETS[language].format(inside=rule)
    if found.forbidden:
        other = phrases.FORBIDS_TOO[language].format(name=naming.names[1 - found.side])
        text += phrases.SEMICOLON[language] + other
    return text
