"""policyc from Python: policies loaded, asked, compiled.

>>> import policyc
>>> policy = policyc.read('''
...     rule calls: when overdue in 8..30 then allow contact(borrower, phone)
...     rule cap: limit contact(any, phone) to 3 per day
... ''')
>>> calls = {"count(contact(any, phone), today)": 2}
>>> decision = policy.decide("contact(borrower, phone)", calls, overdue=20)
>>> decision.verdict.value, [clause.rule for clause in decision.rules]
('allowed', ['calls'])

What is not stated is unknown, and the answer says what it turns on:

>>> print(policy.text(policy.decide("contact(borrower, phone)", overdue=20)), end="")
contact(borrower, phone) is undetermined by policy: it turns on what is not known here.
               allowed if count(contact(any, phone), today) <= 2
               forbidden otherwise
  not stated   count(contact(any, phone), today)
  in any case  calls allows it

`load` finds a policy by name or path, `decide` also takes a history instead of what it amounts to:

>>> policy.verdict("contact(borrower, phone)", overdue=20, now="2025-05-06T10:00", history=[
...     {"at": f"2025-05-06T0{hour}:00", "action": "contact(borrower, phone)"} for hour in (7, 8, 9)
... ]).value
'forbidden'
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from policyc.core.policy import Policy as CorePolicy
from policyc.core.policy import Verdict
from policyc.decide.cases import Case
from policyc.decide.decision import Decision, WhyNot
from policyc.decide.decision_json import Renderer
from policyc.decide.decision_text import decisions_text
from policyc.decide.findings import CaseError, finding
from policyc.decide.point import DecisionPoint
from policyc.decide.summary import with_history
from policyc.diagnostics.catalogue import deciding, stating
from policyc.diagnostics.diagnostic import Diagnostic, Language
from policyc.elaborate.documents import Documents
from policyc.elaborate.elaborator import Elaborated, Elaborator
from policyc.engines.python import Answer, Missing
from policyc.engines.python.code import CheckedDecider as Decider
from policyc.library.library import Library, open_source
from policyc.library.reference import NotUsable, find_policy, not_one, usable
from policyc.source import Source


class PolicyError(Exception):
    """A policy that cannot be found or used; `findings` say why, one at least."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__("; ".join(finding.message() for finding in findings))
        self.findings = tuple(findings)


def load(
    reference: str | PathLike[str],
    *,
    on: date | str | None = None,
    folder: str | PathLike[str] | None = None,
) -> "Policy":
    """The policy of a reference: a name, a path, `PATH#NAME`, each perhaps `@DATE`.

    Of its versions the one in force on the day `on`, today if not said. Names are looked for from
    `folder`, the current one if not said. Raises `PolicyError` with the findings.
    """
    day = date.today() if on is None else on  # noqa: DTZ011  # the caller's own day
    if isinstance(day, str):
        day = date.fromisoformat(day)
    library = Library()
    place = Path.cwd() if folder is None else Path(folder)
    found = find_policy(library, Elaborator(library), fspath(reference), folder=place, day=day)
    return _policy(found, library)


def read(text: str, name: str = "policy") -> "Policy":
    """The policy that a text states; rules without a heading go by `name`.

    Names that the text uses are looked for in the library that ships. Raises `PolicyError`.

    >>> policy = read("when overdue >= 16 and unreachable > 72h then allow contact(emergency)")
    >>> policy.verdict("contact(emergency, sms)", overdue=20, unreachable="73h").value
    'allowed'
    """
    library = Library()
    opened = open_source(Source(name, text), name)
    policies = [found for found in opened.documents if found.kind == "policy"]
    if opened.findings:
        raise PolicyError(opened.findings)
    if len(policies) != 1:
        names = [found.name for found in policies]
        raise PolicyError((not_one(name, names),))
    return _policy(usable(library, Elaborator(library), policies[0]), library)


def _policy(found: Elaborated | NotUsable, library: Library) -> "Policy":
    if isinstance(found, NotUsable):
        raise PolicyError(found.findings)
    return Policy(found, library)


class Policy:
    """One version of a policy: ask it about cases, or compile it.

    Facts are given by name, as a mapping or by keyword; a mapping may hold whatever a case in JSON
    may (`"count(contact(any, phone), today)": 2`). A number is in the fact's own unit, a text is a
    literal of the language (`"73h"`), `None` is unknown. Numbers are exact: no `float`.
    """

    def __init__(self, document: Elaborated, documents: Documents) -> None:
        self._point = DecisionPoint(document, documents)

    @property
    def core(self) -> CorePolicy:
        """What the policy means: clauses over axes."""
        return self._point.policy

    @property
    def name(self) -> str:
        """Its name."""
        return self.core.name

    @property
    def label(self) -> str | None:
        """What people call it."""
        return self.core.label

    @property
    def actions(self) -> tuple[str, ...]:
        """Every single action that it could be asked about."""
        return tuple(str(action) for action in self.core.ground_actions())

    def decide(
        self,
        action: str,
        facts: Mapping[str, Any] | None = None,
        *,
        history: Sequence[Mapping[str, Any]] | None = None,
        now: datetime | str | None = None,
        timezone: str | None = None,
        **named: Any,
    ) -> Decision:
        """The decision on a single action: verdict, rules, duties, and what it turns on.

        Instead of facts, `history` may say what happened before `now`. Raises `CaseError` with
        everything that is wrong with the case.
        """
        case = self._case(facts, history, now, timezone, named)
        return self._point.decide(self._point.reader.asker.action(action), case)

    def verdict(self, action: str, facts: Mapping[str, Any] | None = None, **named: Any) -> Verdict:
        """The verdict on a single action; keywords are those of `decide`."""
        return self.decide(action, facts, **named).verdict

    def decide_all(
        self,
        pattern: str,
        facts: Mapping[str, Any] | None = None,
        *,
        history: Sequence[Mapping[str, Any]] | None = None,
        now: datetime | str | None = None,
        timezone: str | None = None,
        **named: Any,
    ) -> tuple[Decision, ...]:
        """The decision on each action of a pattern; otherwise as `decide`."""
        case = self._case(facts, history, now, timezone, named)
        return tuple(self._point.decide(action, case) for action in self._point.actions(pattern))

    def why_not(
        self, verdict: Verdict, action: str, facts: Mapping[str, Any] | None = None, **named: Any
    ) -> WhyNot:
        """The nearest change of facts that would give a verdict; keywords are those of `decide`.

        >>> policy = read("when overdue <= 15 then allow offer(extension)")
        >>> nearest = policy.why_not(Verdict.ALLOWED, "offer(extension)", overdue=20)
        >>> [(change.key, change.before, change.after) for change in nearest.changes]
        [('overdue', 20, 15)]
        """
        history, now, timezone = (named.pop(k, None) for k in ("history", "now", "timezone"))
        case = self._case(facts, history, now, timezone, named)
        return self._point.why_not(self._point.reader.asker.action(action), case, verdict)

    def text(self, *decisions: Decision, language: Language = "en") -> str:
        """Decisions in plain sentences, those with the same answer together."""
        return decisions_text(self.core, decisions, language)

    def json(self, decision: Decision, language: Language = "en") -> dict[str, Any]:
        """A decision as the object `decision/1`, as `policyc decide --format json` prints it."""
        return Renderer(self.core, language).decision(decision)

    def compile(self) -> "CompiledPolicy":
        """The policy as a fast callable: action and facts in, verdict and rules out."""
        return CompiledPolicy(self._point)

    def _case(
        self,
        facts: Mapping[str, Any] | None,
        history: Sequence[Mapping[str, Any]] | None,
        now: datetime | str | None,
        timezone: str | None,
        named: Mapping[str, Any],
    ) -> Case:
        twice = [key for key in named if facts is not None and key in facts]
        if twice:
            raise CaseError(tuple(finding(stating.FACT_STATED_TWICE, name=key) for key in twice))
        moment = {"history": history, "now": now, "timezone": timezone}
        stated = {key: value for key, value in moment.items() if value is not None}
        return self._point.read({**(facts or {}), **named, **stated})

    def __repr__(self) -> str:
        return f"<policyc.Policy {self.name}>"


class CompiledPolicy:
    """A policy's evaluator: `compiled(action, facts)` is its `Answer`, verdict and rules.

    >>> compiled = read("rule extend: when overdue <= 15 then allow offer(extension)").compile()
    >>> answer = compiled("offer(extension)", {"overdue": 9})
    >>> answer.verdict.value, answer.rules
    ('allowed', ('extend',))
    """

    def __init__(self, point: DecisionPoint) -> None:
        self._point = point
        self._deciders: dict[str, Decider] = {}

    def __call__(self, action: str, facts: Mapping[str, Any]) -> Answer:
        """The answer for a single action in a case that states what it needs.

        Quickest where facts go by their names and have their exact values. Raises `CaseError`.
        """
        decide = self._deciders.get(action) or self.decider(action)
        answer = decide(facts)
        return answer if type(answer) is Answer else self._carefully(action, facts)

    def decider(self, action: str) -> Decider:
        """The evaluator for one action: from facts to the `Answer`.

        To what is wrong or missing where it cannot answer; facts go by name, with exact values.
        """
        if action not in self._deciders:
            ground = self._point.reader.asker.action(action)
            self._deciders[action] = self._point.decider.compiled.checked_decider(ground)
        return self._deciders[action]

    def _carefully(self, action: str, facts: Mapping[str, Any]) -> Answer:
        ground = self._point.reader.asker.action(action)
        case = self._point.read(facts)
        values = with_history(self._point.policy, ground, case.values, case.past)
        answer = self._point.decider.compiled.decide(ground, values)
        if isinstance(answer, Missing):
            raise CaseError((finding(deciding.FACT_NEEDED, name=answer.key),))
        return answer
