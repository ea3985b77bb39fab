"""Decisions for people: the verdict first, then why, then what comes with it.

contact(emergency, phone) is allowed by tianxing.
  because  emergency_contact “启动紧急联系人” allows it [article 一、3, convention]
  duty     identified and purpose_stated (met) — say_who_and_why [article 一、2]
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Fact
from policyc.core.meaning import gives
from policyc.core.policy import Clause, Policy, Rule, Verdict
from policyc.decide import phrases
from policyc.decide.decision import Decision, DutyOwed, NearestChange, WhyNot
from policyc.decide.grouping import distinct, grouped, patterns_of
from policyc.decide.phrases import Sentences
from policyc.decide.residual import told
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import columns, escaped
from policyc.wording.actions import action_text, pattern_text
from policyc.wording.attestations import ATTESTED
from policyc.wording.conditions import condition_text, fact_text, value_text
from policyc.wording.deadlines import deadline_text
from policyc.wording.facts import statement
from policyc.wording.speech import Speech
from policyc.wording.verdicts import verdict_word

Fold: TypeAlias = Callable[[str, str], Iterable[str]]
"""Lays out a text after a head: gives lines, of which all but the first stand below the text."""


def _unfolded(text: str, head: str) -> Iterable[str]:
    return (head + text,)


def decisions_text(
    policy: Policy,
    decisions: Sequence[Decision],
    language: Language = "en",
    fold: Fold = _unfolded,
) -> str:
    """The decisions on one action or several, those with the same answer together."""
    teller = _Teller(Speech.of(policy, language), name_of(policy, language), fold)
    blocks = [teller.block(actions, decision) for actions, decision in grouped(decisions)]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def why_not_text(decision: Decision, found: WhyNot, language: Language = "en") -> str:
    """What would have to be otherwise for another verdict."""
    teller = _Teller(Speech.of(decision.policy, language), name_of(decision.policy, language))
    return "".join(f"{line}\n" for line in teller.why_not(decision, found))


def name_of(policy: Policy, language: Language) -> str:
    """How a policy is called: in Chinese by its label, if it has one."""
    return policy.label or policy.name if language == "zh" else policy.name


_KEPT = "\N{NO-BREAK SPACE}"
"""A space between words that stay on one line: a source and the place in it."""


@attrs.frozen
class _Teller:
    """Tells decisions in one language."""

    speech: Speech
    name: str
    fold: Fold = _unfolded

    def phrase(self, sentences: Sentences, **words: str) -> str:
        """A sentence with its words filled in."""
        return sentences[self.speech.language].format(**words)

    def block(self, actions: Sequence[Ground], decision: Decision) -> Iterator[str]:
        """The verdict on some actions, and what it rests on."""
        yield from self.fold(self.headline(actions, decision) + ("。" if self.chinese else "."), "")
        rows = list(self.rows(decision))
        width = max((columns(label) for label, _ in rows), default=0)
        last = ""
        for label, text in rows:
            shown = label if label != last else ""
            last = label
            head = f"  {shown}{' ' * (width - columns(shown))}  "
            yield from (line.replace(_KEPT, " ") for line in self.fold(text, head))

    @property
    def chinese(self) -> bool:
        """Whether the sentences are Chinese."""
        return self.speech.language == "zh"

    def headline(self, actions: Sequence[Ground], decision: Decision) -> str:
        """The verdict in one sentence without its full stop."""
        patterns = patterns_of(self.speech.vocabulary.actions[actions[0].name], actions)
        named = [escaped(pattern_text(self.speech, pattern)) for pattern in patterns]
        if len(actions) == 1:
            named = [escaped(action_text(self.speech, actions[0]))]
        listed = ("、" if self.chinese else ", ").join(named)
        said = self.phrase(
            phrases.VERDICT[decision.verdict], policy=escaped(self.name), action=listed
        )
        if not decision.rebuttable:
            return said
        remark = self.phrase(phrases.REBUTTABLE)
        return f"{said}（{remark}）" if self.chinese else f"{said} ({remark})"

    def rows(self, decision: Decision) -> Iterator[tuple[str, str]]:
        """What the verdict rests on: a label and a text for each line."""
        yield from self.outcomes(decision)
        for sentence, clause in self.live(decision):
            yield self.phrase(sentence), self.rule(decision, clause)
        for name in decision.possible:
            yield self.phrase(phrases.POSSIBLY), self.named(decision.rule(name))
        for clause in distinct(decision.defeated):
            yield self.phrase(phrases.OVERRIDDEN), self.rule(decision, clause)
        for owed in decision.duties:
            yield self.phrase(phrases.DUTY), self.duty(decision, owed)
        if attested := self.attested(decision):
            yield self.phrase(phrases.SOURCES), attested
        if decision.why is not None:
            yield "", self.undecided(decision.why)

    def attested(self, decision: Decision) -> str:
        """How well each source is attested that was cited above, where the policy says."""
        clauses = (*decision.rules, *decision.defeated)
        names = [*(c.rule for c in clauses), *decision.possible]
        names += [owed.duty.rule for owed in decision.duties]
        cited = dict.fromkeys(c.source for name in names for c in decision.rule(name).citations)
        found = [
            self.phrase(phrases.ATTESTED, source=escaped(source.name), attested=said)
            for source in cited
            if source.attestation is not None
            for said in [ATTESTED[source.attestation][self.speech.language]]
        ]
        return ("、" if self.chinese else ", ").join(found)

    def live(self, decision: Decision) -> Iterator[tuple[Sentences, Clause]]:
        """The live clauses: first those that give the verdict, then those that it outranks."""
        clauses = distinct(decision.rules)
        if decision.verdict is Verdict.UNDETERMINED:
            yield from ((phrases.IN_ANY_CASE, clause) for clause in clauses)
            return
        for sentence, deciding in ((phrases.BECAUSE, True), (phrases.ALTHOUGH, False)):
            for clause in clauses:
                if gives(clause.effect, decision.verdict) is deciding:
                    yield sentence, clause

    def undecided(self, why: str) -> str:
        """Why a question was not settled."""
        return self.phrase(phrases.UNDECIDED, why=phrases.reason(why, self.speech.language))

    def outcomes(self, decision: Decision) -> Iterator[tuple[str, str]]:
        """The verdicts that the case may have, and what is missing."""
        for verdict, when in told(self.speech, decision.outcomes):
            word = verdict_word(verdict, self.speech.language)
            sentence = phrases.OTHERWISE if when is None else phrases.OUTCOME
            yield "", escaped(self.phrase(sentence, verdict=word, condition=when or ""))
        for label, keys in (
            (phrases.DEPENDS, decision.depends_on),
            (phrases.OPEN, decision.open_terms),
        ):
            named = [escaped(self.fact(key)) for key in keys]
            if named:
                yield self.phrase(label), ("、" if self.chinese else ", ").join(named)

    def fact(self, key: str) -> str:
        """What a fact is called, and whether only a person can supply it."""
        name = fact_text(self.speech, key)
        origin = self.speech.axes[key].origin
        judged = isinstance(origin, Fact) and origin.by_judgement
        return self.phrase(phrases.BY_JUDGEMENT, fact=name) if judged else name

    def rule(self, decision: Decision, clause: Clause) -> str:
        """A rule, what it does, and where it stands."""
        rule = decision.rule(clause.rule)
        effect = self.phrase(phrases.EFFECT[clause.effect])
        due = "" if clause.deadline is None else " " + deadline_text(self.speech, clause.deadline)
        return f"{self.title(rule)} {effect}{escaped(due)}{places(rule)}"

    def named(self, rule: Rule) -> str:
        """A rule and where it stands."""
        return self.title(rule) + places(rule)

    def title(self, rule: Rule) -> str:
        """A rule's name and title."""
        return escaped(rule.name) + (f" “{escaped(rule.title)}”" if rule.title else "")

    def duty(self, decision: Decision, owed: DutyOwed) -> str:
        """What must hold, whether it does, and which rule says so."""
        rule = decision.rule(owed.duty.rule)
        text = condition_text(self.speech, owed.duty.requirement)
        if owed.when is not None:
            condition = condition_text(self.speech, owed.when)
            text += ", " + self.phrase(phrases.IF, condition=condition)
        if owed.met is not None:
            text += f" ({self.phrase(phrases.MET if owed.met else phrases.UNMET)})"
        return f"{escaped(text)} — {self.named(rule)}"

    def why_not(self, decision: Decision, found: WhyNot) -> Iterator[str]:
        """What would have to be otherwise, one line for each fact."""
        verdict = verdict_word(found.verdict, self.speech.language)
        if decision.verdict is found.verdict:
            yield self.phrase(phrases.ALREADY, verdict=verdict)
        elif found.why is not None:
            yield self.undecided(found.why)
        elif found.changes is None:
            yield self.phrase(phrases.NO_WAY, verdict=verdict)
        elif found.terms and not found.changes:
            terms = escaped(self.terms(found))
            yield self.phrase(phrases.WOULD_BE_IF_TERMS, verdict=verdict, terms=terms)
        else:
            yield self.phrase(phrases.WOULD_BE, verdict=verdict) + ("：" if self.chinese else ":")
            for change in found.changes:
                yield f"  {escaped(self.change(change))}"
            if found.terms:
                yield self.phrase(phrases.IF_TERMS, terms=escaped(self.terms(found)))

    def terms(self, found: WhyNot) -> str:
        """`x is 40 days`: what the open terms would have to be."""
        said = [
            self.phrase(
                phrases.TERM_IS,
                term=fact_text(self.speech, key),
                value=value_text(self.speech, key, value),
            )
            for key, value in found.terms.items()
        ]
        return ("且" if self.chinese else " and ").join(said)

    def change(self, change: NearestChange) -> str:
        """A fact with the value that it would have to have."""
        after = statement(self.speech, change.key, change.after)
        if not change.stated:
            return after
        before = value_text(self.speech, change.key, change.before)
        return self.phrase(phrases.INSTEAD, after=after, before=before)


def places(rule: Rule) -> str:
    """The places that a rule comes from, in brackets."""
    cited = [
        _KEPT.join(filter(None, (escaped(c.source.name), escaped(c.place or ""))))
        for c in rule.citations
    ]
    return f" [{', '.join(cited)}]" if cited else ""
