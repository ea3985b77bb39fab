"""Texts read back as conditions of the document that has everything."""

from collections.abc import Mapping

from policyc.core.axes import Axis, Numbers
from policyc.core.conditions import (
    All,
    AnyOf,
    Condition,
    Linear,
    Not,
    Within,
    conjoin,
    disjoin,
    negate,
)
from policyc.diagnostics.diagnostic import Severity
from policyc.elaborate.context import Context
from policyc.elaborate.expressions import condition
from policyc.library.library import Library
from policyc.source import Source
from policyc.syntax.parse import parse_facts
from policyc.wording.sums import step_of
from policyc.wording.tidying import tidied, within_bounds
from tests.strategies.wording import everything

POLICY = everything().policy
assert POLICY is not None
AXES: Mapping[str, Axis] = POLICY.axes


def read(text: str) -> Condition:
    """The condition that a text is in the document."""
    node, findings = parse_facts(Source("<text>", text))
    assert node is not None, [f.message() for f in findings]
    (fact,) = node.facts
    context = Context(everything().environment, Library(), everything().found.source)
    contact = everything().environment.vocabulary().actions["contact"]
    context.proposed = {p.name: p for p in contact.parameters}
    found = condition(context, fact)
    errors = [f.message() for f in context.findings.reported if f.severity is Severity.ERROR]
    assert errors == [], text
    return found


def canonical(found: Condition) -> Condition:
    """Equal for conditions that differ only in how an end between two steps is written."""
    return _on_steps(tidied(AXES, found))


def _on_steps(found: Condition) -> Condition:
    match found:
        case Within(key, numbers):
            domain = AXES[key].domain
            assert isinstance(domain, Numbers)
            on_steps = numbers if domain.step is None else numbers.on_grid(domain.step)
            return Within(key, within_bounds(domain, on_steps))
        case Not(part):
            return negate(_on_steps(part))
        case All(parts):
            return conjoin(_on_steps(part) for part in parts)
        case AnyOf(parts):
            return disjoin(_on_steps(part) for part in parts)
        case Linear(form, numbers):
            step = step_of(AXES, form)
            return found if step is None else Linear(form, numbers.on_grid(step))
        case _:
            return found
