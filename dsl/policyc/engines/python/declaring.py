"""Declaring: a policy's facts, actions and rules as the statements of a Python module.

Everything is a syntax tree. What the policy's author wrote enters it as literals; functions are
numbered.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence

import attrs

from policyc.core.actions import Kind, Pattern, Signature
from policyc.core.axes import Axis, Currency, Members, Numbers, OpenTerm
from policyc.core.conditions import ALWAYS, Condition, LinearForm
from policyc.core.keys import is_relative
from policyc.core.policy import Clause, Duty, Policy, Rule, SourceText
from policyc.engines.python.formulas import formula_of, tests
from policyc.engines.python.functions import Writer
from policyc.engines.python.grid import Grid, Subject, grid_of
from policyc.engines.python.literals import Plain, called
from policyc.engines.python.making import function
from policyc.engines.python.pruning import pruned
from policyc.engines.python.reading import CASE, Reader
from policyc.engines.python.rows import Tables
from policyc.engines.python.specialising import grounded_keys
from policyc.wording.conditions import condition_text, form_text
from policyc.wording.deadlines import deadline_text
from policyc.wording.speech import Speech

POLICY = "POLICY"
"""The variable that everything is declared to."""


@attrs.frozen(eq=False)
class Declarer:
    """Writes the declarations of one policy.

    Guards read a sum under its own text, as if it were a fact: `amount - 10 * instalment`.
    `subjects` are those of the grid, with sums under these names, and `axes` has them too.
    """

    policy: Policy
    speech: Speech
    grid: Grid
    subjects: Sequence[Subject]
    axes: Mapping[str, Axis]

    @classmethod
    def of(cls, policy: Policy) -> "Declarer":
        """The declarer of a policy."""
        speech = Speech.of(policy)
        conditions = (
            *(clause.guard for clause in (*policy.clauses, *policy.defaults)),
            *(duty.guard for duty in policy.duties),
            *(duty.requirement for duty in policy.duties),
            *(assumption.condition for assumption in policy.assumptions),
        )
        grid = grid_of(policy.axes, conditions)
        subjects = [
            s if isinstance(s.name, str) else attrs.evolve(s, name=form_text(speech, s.name))
            for s in grid.values()
        ]
        sums = {str(s.name): Axis(str(s.name), s.domain) for s in subjects}
        return cls(policy, speech, grid, subjects, {**sums, **policy.axes})

    def statements(self) -> Iterator[ast.stmt]:
        """Every declaration; what needs others stands after them."""
        policy = self.policy
        yield from (ast.Expr(_source(found)) for found in policy.sources.values())
        yield from (ast.Expr(self._fact(axis)) for axis in policy.axes.values())
        for name, subject in self.grid.items():
            if isinstance(name, LinearForm):
                yield ast.Expr(self._sum(name, subject))
        yield from (ast.Expr(_action(found)) for found in policy.vocabulary.actions.values())
        yield from (ast.Expr(found) for found in self._own_keys())
        for number, clause in enumerate(policy.clauses, 1):
            yield self._guard(f"rule_{number}", clause.guard, self._clause("rule", clause))
        for number, clause in enumerate(policy.defaults, 1):
            yield self._guard(f"default_{number}", clause.guard, self._clause("default", clause))
        for number, duty in enumerate(policy.duties, 1):
            yield self._guard(f"requirement_{number}", duty.requirement)
            yield self._guard(f"duty_{number}", duty.guard, self._duty(number, duty))
        for number, assumption in enumerate(policy.assumptions, 1):
            decorator = ast.Attribute(ast.Name(POLICY, ast.Load()), "assumption", ast.Load())
            yield self._guard(f"assumption_{number}", assumption.condition, decorator)

    def _fact(self, axis: Axis) -> ast.expr:
        domain, about = axis.domain, {"label": axis.label, "term": _is_open(axis)}
        if isinstance(domain, Numbers):
            unit = domain.unit.code if isinstance(domain.unit, Currency) else domain.unit.value
            bounds = _bounds(domain, self.grid.get(axis.key))
            return called(POLICY, "fact", axis.key, unit, **about, **bounds)
        if isinstance(domain, Members):
            members = _labelled(domain.kind)
            return called(POLICY, "fact", axis.key, "member", **about, members=members)
        return called(POLICY, "fact", axis.key, "yes/no", **about)

    def _sum(self, form: LinearForm, subject: Subject) -> ast.expr:
        parts = {key: int(factor) for key, factor in form.parts}
        bounds = _bounds(subject.domain, subject) if isinstance(subject.domain, Numbers) else {}
        return called(POLICY, "sum", form_text(self.speech, form), parts, **bounds)

    def _own_keys(self) -> Iterator[ast.expr]:
        """For each action the keys under which a case states what is relative to it."""
        relative = [key for key, axis in self.policy.axes.items() if is_relative(axis)]
        for action in self.policy.ground_actions():
            keys = grounded_keys(self.policy, relative, action)
            if keys:
                yield called(POLICY, "seen_from", f"{action}", keys)

    def _clause(self, kind: str, clause: Clause) -> ast.expr:
        due = clause.deadline
        return called(
            POLICY,
            kind,
            clause.rule,
            clause.effect.value,
            clause.pattern.name,
            *self._arguments(clause.pattern),
            overrides=tuple(sorted(clause.overrides)),
            rebuttable=clause.rebuttable,
            deadline=None if due is None else deadline_text(self.speech, due),
            **self._about(clause.rule),
        )

    def _duty(self, number: int, duty: Duty) -> ast.expr:
        call = called(
            POLICY,
            "duty",
            duty.rule,
            duty.pattern.name,
            *self._arguments(duty.pattern),
            when=None if duty.guard == ALWAYS else condition_text(self.speech, duty.guard),
            **self._about(duty.rule),
        )
        wording = ast.Constant(condition_text(self.speech, duty.requirement))
        guard = ast.Name(f"requirement_{number}", ast.Load())
        requirement = ast.keyword("requirement", ast.Tuple([wording, guard], ast.Load()))
        call.keywords.insert(0, requirement)
        return call

    def _about(self, name: str) -> dict[str, Plain]:
        """The title of a rule, and what it cites: sources and places in them."""
        rule = self.policy.rules.get(name) or Rule(name)
        cited = [(citation.source.name, citation.place) for citation in rule.citations]
        return {"title": rule.title, "cite": cited}

    def _arguments(self, pattern: Pattern) -> Iterator[tuple[str, ...] | None]:
        """The members of each argument in the kind's order; `None` is any."""
        signature = self.policy.vocabulary.signature(pattern.name)
        for argument, parameter in zip(pattern.arguments, signature.parameters, strict=True):
            chosen = argument if isinstance(argument, frozenset) else None
            members = tuple(m for m in parameter.kind.members if chosen is None or m in chosen)
            yield None if chosen is None else members

    def _guard(
        self, name: str, condition: Condition, decorator: ast.expr | None = None
    ) -> ast.stmt:
        formula = formula_of(self.grid, condition)
        asked = dict.fromkeys(str(self.subjects[test.subject].name) for test in tests(formula))
        reader = Reader.of(self.axes, {key: key for key in asked})
        expression, _ = Writer(reader, self.subjects, Tables()).condition(formula, frozenset())
        wording = "in every case" if condition == ALWAYS else condition_text(self.speech, condition)
        body: list[ast.stmt] = [ast.Expr(ast.Constant(wording)), ast.Return(expression)]
        guard = pruned(function(name, [CASE], body))
        guard.decorator_list = [] if decorator is None else [decorator]
        return guard


def _source(source: SourceText) -> ast.expr:
    dated = None if source.dated is None else source.dated.isoformat()
    return called(
        POLICY,
        "source",
        source.name,
        title=source.title,
        dated=dated,
        address=source.address,
        attestation=None if source.attestation is None else source.attestation.value,
    )


def _is_open(axis: Axis) -> bool:
    return isinstance(axis.origin, OpenTerm)


def _bounds(domain: Numbers, subject: Subject | None) -> dict[str, Plain]:
    cuts = subject.cuts if subject is not None else ()
    return {
        "lower": domain.lower,
        "upper": domain.upper,
        "step": domain.step,
        "never": domain.optional,
        "before": [value for value, side in cuts if not side],
        "after": [value for value, side in cuts if side],
    }


def _action(signature: Signature) -> ast.expr:
    kinds = [_labelled(parameter.kind) for parameter in signature.parameters]
    return called(POLICY, "action", signature.name, *kinds, label=signature.label)


def _labelled(kind: Kind) -> dict[str, Plain]:
    """The members of a kind, and their labels."""
    labels = (*kind.member_labels, *([None] * len(kind.members)))
    return dict(zip(kind.members, labels, strict=False))
