"""Rules in sentences: when they hold, what then, what otherwise, and what exempts."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import attrs

from policyc.core.axes import CalendarWindow, Rolling, Unit, Window
from policyc.core.conditions import Condition
from policyc.core.policy import Deadline, Effect, Policy, Proof, Quantity, Verdict
from policyc.diagnostics.diagnostic import Language
from policyc.wording.readings import Limit, Reading, Statement
from policyc.wording.show.amounts import amount, counted
from policyc.wording.show.conditions import Sentences
from policyc.wording.show.names import Names
from policyc.wording.show.naming import Named, named_by, spoken, with_names
from policyc.wording.verdicts import verdict_word

_EFFECTS: Mapping[Effect, Mapping[Language, str]] = {
    Effect.ALLOW: {"en": "it is allowed to {a}", "zh": "允许{a}"},
    Effect.FORBID: {"en": "it is forbidden to {a}", "zh": "禁止{a}"},
    Effect.REQUIRE: {"en": "it is required to {a}", "zh": "必须{a}"},
    Effect.DISCOURAGE: {"en": "it is discouraged to {a}", "zh": "不宜{a}"},
    Effect.RECOMMEND: {"en": "it is recommended to {a}", "zh": "建议{a}"},
}
_PER: Mapping[CalendarWindow, Mapping[Language, str]] = {
    CalendarWindow.TODAY: {"en": "a day", "zh": "每日"},
    CalendarWindow.THIS_WEEK: {"en": "a week", "zh": "每周"},
    CalendarWindow.THIS_MONTH: {"en": "a month", "zh": "每月"},
}


@attrs.frozen(eq=False)
class RuleTeller:
    """Puts the rules and proofs of one policy into sentences of one language."""

    policy: Policy
    sentences: Sentences
    named: tuple[Named, ...]

    @classmethod
    def of(
        cls,
        policy: Policy,
        language: Language,
        subjects: Mapping[str, str | None] = MappingProxyType({}),
    ) -> "RuleTeller":
        """A teller of a policy; `subjects` are the labels of those for whom counts are kept."""
        return cls(policy, Sentences(spoken(policy, language, subjects)), named_by(policy))

    @property
    def names(self) -> Names:
        """What things are called."""
        return self.sentences.names

    @property
    def chinese(self) -> bool:
        """Whether the sentences are Chinese."""
        return self.names.chinese

    def condition(self, condition: Condition) -> str:
        """A condition, stages and definitions by their names."""
        return self.sentences.condition(with_names(condition, self.named))

    def rule(self, reading: Reading) -> list[str]:
        """The sentences of a rule or default."""
        told = [self._main(reading)]
        if reading.rebuttable:
            told.append(
                "此为法律上的推定，可以反驳。"
                if self.chinese
                else "This is a presumption, which can be rebutted."
            )
        if reading.overrides:
            listed = self.names.every(list(reading.overrides))
            told.append(f"优先于{listed}。" if self.chinese else f"It overrides {listed}.")
        return told

    def _main(self, reading: Reading) -> str:
        effects = self._effects(reading.effects)
        otherwise = self._effects(reading.otherwise)
        when = None if reading.when is None else self.condition(reading.when)
        unless = None if reading.unless is None else self.condition(reading.unless)
        if self.chinese:
            return self._chinese(reading, effects, otherwise, when, unless)
        return self._english(reading, effects, otherwise, when, unless)

    def _english(
        self, reading: Reading, effects: str, otherwise: str, when: str | None, unless: str | None
    ) -> str:
        text = effects
        if when is not None:
            text = f"When {when}, {effects}"
        elif reading.is_default:
            text = f"Where no rule allows, forbids or requires it, {effects}"
        if otherwise:
            text += f"; otherwise {otherwise}"
        if unless is not None:
            text += self._exempt(reading, unless)
        return text[0].upper() + text[1:] + "."

    def _exempt(self, reading: Reading, unless: str) -> str:
        """How a rule ends that something exempts from."""
        if reading.otherwise:
            return f"; neither holds if {unless}"
        if any(stated.requirement is not None for stated in reading.effects):
            return f"; this does not hold if {unless}"
        return f", unless {unless}"

    def _chinese(
        self, reading: Reading, effects: str, otherwise: str, when: str | None, unless: str | None
    ) -> str:
        text = effects
        if when is not None:
            text = f"若{when}，则{effects}"
        elif reading.is_default:
            text = f"没有规则允许、禁止或要求时，{effects}"
        if otherwise:
            text += f"；否则{otherwise}"
        if unless is not None:
            text += f"；但{unless}的，不受此限"
        return text + "。"

    def _effects(self, stated: Sequence[Statement]) -> str:
        return ("，" if self.chinese else ", and ").join(map(self.statement, stated))

    def statement(self, stated: Statement) -> str:
        """One effect as a clause of a sentence."""
        each = stated.effect in (Effect.REQUIRE, Effect.RECOMMEND)
        action = self.names.action(stated.pattern, each=each)
        if stated.limit is not None:
            return self._limit(action, stated.limit)
        if stated.requirement is not None:
            needed = self.condition(stated.requirement)
            if self.chinese:
                return f"须{needed}，方可{action}"
            return f"it is forbidden to {action} unless {needed}"
        text = _EFFECTS[stated.effect][self.names.language].format(a=action)
        return text if stated.deadline is None else self._due(text, stated.deadline)

    def _limit(self, action: str, limit: Limit) -> str:
        if not limit.number:
            return _EFFECTS[Effect.FORBID][self.names.language].format(a=action)
        each = self.names.subject(limit.subject)
        period = self._period(limit.window)
        if self.chinese:
            return f"{period}{action}不得超过{limit.number}次{each}"
        times = "once" if limit.number == 1 else counted(limit.number, "time")
        return f"it is forbidden to {action} more than {times} {period}{each}"

    def _period(self, window: Window) -> str:
        match window:
            case CalendarWindow():
                return _PER[window][self.names.language]
            case Rolling():
                length = self.names.length(window)
                return f"任意{length}内" if self.chinese else f"in any {length}"
            case _:
                raise AssertionError("a limit is per day, week or month, or in any length of time")

    def _due(self, text: str, deadline: Deadline) -> str:
        length = amount(deadline.amount, Unit(deadline.unit), self.names.language)
        if deadline.event is None:
            length = length.removeprefix("1").strip() if deadline.amount == 1 else length
            if self.chinese:
                return f"每{length}至少一次，{text}"
            return f"{text} at least once every {length}"
        event = self.names.action(deadline.event)
        if self.chinese:
            return f"自{event}起{length}内{text}"
        return f"{text} within {length} of {event}"

    def proof(self, proof: Proof) -> str:
        """What a proof claims of every case."""
        action = self.names.action(proof.pattern)
        verdict = verdict_word(proof.verdict, self.names.language)
        guard = self.condition(proof.guard)
        always = proof.quantity is Quantity.IS
        everywhere = guard in ("in every case", "在任何情形下")
        if self.chinese:
            when = "" if everywhere else f"若{guard}，则"
            return f"{when}对{action}的结论{'一律为' if always else '绝不会是'}“{verdict}”。"
        claim = self._claim(action, proof.verdict, verdict, always=always)
        text = claim if everywhere else f"{claim} when {guard}"
        return text[0].upper() + text[1:] + "."

    def _claim(self, action: str, verdict: Verdict, word: str, *, always: bool) -> str:
        how = "always" if always else "never"
        match verdict:
            case Verdict.SILENT | Verdict.CONFLICT | Verdict.UNDETERMINED:
                return f"the verdict on “{action}” is {how} {word}"
            case _:
                return f"it is {how} {word} to {action}"
