"""Expectations held against what policies say: what did not come out, and why."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from policyc.core.actions import Ground
from policyc.core.axes import Axis, Count, OpenTerm, Value
from policyc.core.conditions import axes_of
from policyc.core.policy import Policy, Verdict
from policyc.diagnostics.catalogue import naming, testing
from policyc.diagnostics.diagnostic import Code, Diagnostic, Related, Wording
from policyc.elaborate.describe import advice
from policyc.elaborate.tests import Expectation
from policyc.space.questions.partial import possible_verdicts
from policyc.space.undecided import Undecided
from policyc.testing import reasons
from policyc.testing.answers import Answer, Found, Impossible, Unsettled, answer, by_definition
from policyc.testing.cases import misfits, with_history
from policyc.testing.liveness import Known
from policyc.testing.misfits import misfit_finding
from policyc.testing.results import Result
from policyc.testing.subjects import Subject
from policyc.wording.verdicts import verdict_word


@attrs.frozen(eq=False)
class Question:
    """A case as a test states it: `axes` tell what it means by its keys.

    `whole_story` says that counts which it does not state are 0, as in a scenario, which cannot
    know what each policy counts. `admitted` says that the policy is known to admit such a case.
    """

    case: Mapping[str, Value]
    axes: Mapping[str, Axis]
    whole_story: bool = False
    admitted: bool = False


def judged(subject: Subject, expectation: Expectation, question: Question) -> Result:
    """What the policy says of every action of the expectation, and what is wrong with that."""
    policy = with_history(subject.policy, question.axes, question.case)
    found: list[Found] = []
    failures: dict[object, _Failure] = {}
    rule = _rule(policy, expectation.rule)
    if expectation.rule is not None and rule is None:
        return Result(expectation, subject, (), (_no_rule(policy, expectation),))
    for action in expectation.actions:
        misfit = None
        if not question.admitted:
            misfit = next(misfits(policy, question.axes, action, question.case), None)
        if misfit is not None:
            finding = misfit_finding(subject, misfit, expectation.where)
            return Result(expectation, subject, (), (finding,))
        said = told(policy, action, question, expectation.verdict)
        found.append(said)
        failure = _failure(policy, subject, expectation, said, question.case, rule)
        if failure is not None:
            failures.setdefault(failure.key, failure).actions.append(action)
    findings = tuple(f.finding(policy, expectation) for f in failures.values())
    return Result(expectation, subject, tuple(found), findings)


def told(
    policy: Policy, action: Ground, question: Question, expected: Verdict | None = None
) -> Found:
    """What the policy says; in a scenario, where that turns on unstated counts, with these at 0.

    They stay unknown where all of them at 0 would contradict what is stated.
    """
    if question.admitted:
        defined = by_definition(policy, action, question.case)
        if defined is not None:
            return defined
    if expected is not Verdict.UNDETERMINED and question.whole_story:
        counts = _unstated_counts(policy, action, question.case)
        if counts and _is_open(possible_verdicts(policy, action, question.case)):
            said = answer(policy, action, {**dict.fromkeys(counts, 0), **question.case})
            if isinstance(said, Answer):
                return attrs.evolve(said, assumed=counts)
    return answer(policy, action, question.case)


def verdict_of(policy: Policy, action: Ground, question: Question) -> tuple[Verdict | None, bool]:
    """The verdict of `told`, if there is one, and whether counts were taken as 0 for it."""
    found = possible_verdicts(policy, action, question.case)
    if question.whole_story and _is_open(found):
        counts = _unstated_counts(policy, action, question.case)
        case = {**dict.fromkeys(counts, 0), **question.case}
        told_all = possible_verdicts(policy, action, case) if counts else ()
        if not isinstance(told_all, Undecided) and told_all:
            return _one(told_all), True
    return _one(found), False


def _unstated_counts(policy: Policy, action: Ground, case: Mapping[str, Value]) -> tuple[str, ...]:
    """The counts that rules on the action ask about and that the case does not state."""
    clauses = (*policy.clauses, *policy.defaults)
    asked = {k for c in clauses if c.pattern.covers(action) for k in axes_of(c.guard)}
    return tuple(
        key
        for key, axis in policy.axes.items()
        if key in asked and key not in case and isinstance(axis.origin, Count)
    )


def _is_open(found: tuple[Verdict, ...] | Undecided) -> bool:
    """Whether the verdict turns on something, or was not found out."""
    return isinstance(found, Undecided) or len(found) > 1


def _one(found: tuple[Verdict, ...] | Undecided) -> Verdict | None:
    """The one verdict; undetermined where there are several, none where there is none."""
    if isinstance(found, Undecided) or not found:
        return None
    return found[0] if len(found) == 1 else Verdict.UNDETERMINED


@attrs.frozen
class _Failure:
    """What is wrong, for the actions of which the same is wrong in the same words."""

    code: Code
    arguments: Mapping[str, Wording]
    related: tuple[Related, ...] = ()
    actions: list[Ground] = attrs.field(factory=list, eq=False)

    @property
    def key(self) -> object:
        return self.code.name, repr(sorted(self.arguments.items(), key=lambda item: item[0]))

    def finding(self, policy: Policy, expectation: Expectation) -> Diagnostic:
        words = {**self.arguments, "actions": reasons.actions_words(policy, self.actions)}
        return Diagnostic(self.code, expectation.where, words, self.related)


def _failure(
    policy: Policy,
    subject: Subject,
    expectation: Expectation,
    said: Found,
    case: Mapping[str, Value],
    rule: str | None,
) -> _Failure | None:
    """What is wrong with one answer; `None` where it is as expected."""
    match said:
        case Unsettled(_, why):
            return _Failure(testing.UNSETTLED_TEST, {"policy": subject.name, "why": why})
        case Impossible():
            clash: Wording = {"en": "the facts contradict one another", "zh": "所给事实相互矛盾"}
            return _Failure(testing.IMPOSSIBLE_CASE, {"policy": subject.name, "reason": clash})
        case Answer():
            return _wrong(_Judged(policy, subject, expectation, said, case), rule)


@attrs.frozen(eq=False)
class _Judged:
    """An answer beside what was expected."""

    policy: Policy
    subject: Subject
    expectation: Expectation
    said: Answer
    case: Mapping[str, Value]

    @property
    def known(self) -> Known:
        assumed = dict.fromkeys(self.said.assumed, 0)
        return Known.of(self.policy, self.said.action, {**self.case, **assumed})

    def failure(
        self, code: Code, remarks: Iterable[reasons.Remark] = (), **arguments: Wording
    ) -> _Failure:
        """A failure that names the policy and both verdicts, and remarks on rules."""
        words: dict[str, Wording] = {
            "policy": self.subject.name,
            "expected": _verdict(self.expectation.verdict),
            "got": _verdict(self.said.verdict),
        }
        related, remarked = reasons.related(self.policy, remarks)
        return _Failure(code, {**words, **arguments, **remarked}, related)


def _wrong(judged: _Judged, rule: str | None) -> _Failure | None:
    said, expected = judged.said, judged.expectation.verdict
    if said.verdict is not expected:
        if not said.determined and expected in [p.verdict for p in said.possibilities]:
            return _turns_on_unknown(judged)
        return _wrong_verdict(judged)
    deciding = said.deciding if said.determined else said.perhaps_deciding
    if rule is not None and rule not in deciding:
        remarks = [*reasons.deciding(said, judged.known), _why_not(judged, rule)]
        return judged.failure(testing.RULE_NOT_DECIDING, remarks, rule=rule)
    return None


def _why_not(judged: _Judged, rule: str) -> reasons.Remark:
    return reasons.not_deciding(judged.known, rule, judged.expectation.verdict)


def _wrong_verdict(judged: _Judged) -> _Failure:
    """Another verdict than the expected one, whatever the unknown may be."""
    said, known = judged.said, judged.known
    if not said.determined:
        answers = reasons.answers_words(judged.policy, said)
        return judged.failure(testing.NEVER_THE_VERDICT, answers=answers)
    remarks = [
        *reasons.deciding(said, known),
        *reasons.lacking(known, judged.expectation.verdict),
    ]
    silent = said.verdict is Verdict.SILENT
    return judged.failure(testing.WRONG_VERDICT, remarks, advice=_NO_RULE if silent else _CHANGE)


_CHANGE: Wording = {
    "en": "change the expectation, or the rules",
    "zh": "请更正预期，或修改规则",
}
_NO_RULE: Wording = {
    "en": "no rule applies: change the expectation, or add a rule",
    "zh": "没有规则适用：请更正预期，或补充规则",
}


def _turns_on_unknown(judged: _Judged) -> _Failure:
    """The expected verdict is one of those possible: name what the test would have to state."""
    axes = judged.policy.axes
    keys = judged.said.unknown
    facts = [key for key in keys if not isinstance(axes[key].origin, OpenTerm)]
    return judged.failure(
        testing.UNKNOWN_MATTERS if facts else testing.OPEN_TERM_MATTERS,
        unknown=reasons.unknown_words(judged.policy, facts or keys),
        answers=reasons.answers_words(judged.policy, judged.said),
    )


def _verdict(verdict: Verdict) -> Wording:
    return reasons.both(lambda language: verdict_word(verdict, language))


def _rule(policy: Policy, name: str | None) -> str | None:
    """The rule of a name: an own one, or an included one by its full or its only short name."""
    if name is None or name in policy.rules:
        return name
    short = list(_short(policy.rules, name))
    return short[0] if len(short) == 1 else None


def _short(rules: Iterable[str], name: str) -> Iterator[str]:
    return (rule for rule in rules if rule.rpartition(".")[2] == name)


def _no_rule(policy: Policy, expectation: Expectation) -> Diagnostic:
    name = expectation.rule or ""
    words: dict[str, Wording] = {"name": name, "advice": advice(name, policy.rules)}
    return Diagnostic(naming.UNKNOWN_RULE, expectation.where, words)
