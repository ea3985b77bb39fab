"""A policy as a Python module of its own, which needs nothing but Python.

The module decides as `core.meaning` does where every fact is known. Where some are not, it finds
the verdicts of all completions by trying values, and answers with the one verdict or names the
facts that it turns on, where policyc gives the condition itself. It differs from policyc in this:
a sum of which two facts or more are unknown is taken as independent of all else, and what the
past implies (no more calls today than this week) is not known to it. Either can only make it say
*undetermined* where policyc knows the verdict, and never give another one.
"""

import ast
from collections.abc import Iterator

from policyc.core.policy import Policy
from policyc.engines.python.answers import Settlement
from policyc.engines.python.declaring import POLICY, Declarer
from policyc.engines.python.literals import literal
from policyc.engines.python.runtime import runtime_text

_LAST = '''
def decide(action: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The decision on an action, `contact(borrower, phone)`, in a case. Raises `CaseError`.

    Facts go by name; a number is in the fact's own unit, or a text with another (`"73h"`). What is
    `None` or left out is unknown.
    """
    return POLICY.decide(action, facts)


if __name__ == "__main__":
    sys.exit(main(decide))
'''


_USE = """\
Made by policyc: change the policy and not this file.

`decide(action, facts)` is what it is for. As a program (`python -m` and the module's name) it
decides each case of standard input, one JSON object a line, the action under "ask".

What a case does not state is unknown. The verdict is then the one that every completion of the
case gives, or "undetermined", and "depends_on" names the facts that it turns on. policyc itself
also words the condition, derives counts and times from a history, and knows what histories imply
(no more calls today than this week) and how sums hang together of which several facts are unknown;
where such things decide, it may know the verdict where this module says "undetermined"."""


def module_text(policy: Policy) -> str:
    """The text of the module: the same for the same policy, wherever and whenever it is made.

    Raises `ValueError` where rules override one another in a ring.
    """
    for action in policy.ground_actions():
        Settlement([c for c in policy.clauses if c.pattern.covers(action)], ())
    heading = ast.unparse(ast.Module([ast.Expr(ast.Constant(_heading(policy)))], []))
    return "\n".join(
        [
            heading,
            "from __future__ import annotations",
            "",
            runtime_text(),
            "",
            _policy_line(policy),
            *(_spaced(statement) for statement in Declarer.of(policy).statements()),
            _LAST,
        ]
    )


def _policy_line(policy: Policy) -> str:
    """The statement that begins the declarations."""
    start, end = policy.period.start, policy.period.end
    made = ast.Call(
        ast.Name("Policy", ast.Load()),
        [literal(policy.name)],
        [
            ast.keyword(name, literal(day.isoformat()))
            for name, day in (("effective", start), ("until", end))
            if day is not None
        ],
    )
    assignment = ast.Assign([ast.Name(POLICY, ast.Store())], made)
    return ast.unparse(ast.fix_missing_locations(assignment))


def _spaced(statement: ast.stmt) -> str:
    """A statement's text; functions stand apart."""
    gap = "\n\n" if isinstance(statement, ast.FunctionDef) else ""
    return gap + ast.unparse(ast.fix_missing_locations(statement))


def _heading(policy: Policy) -> str:
    return "\n".join(_heading_lines(policy)) + "\n"


def _heading_lines(policy: Policy) -> Iterator[str]:
    """What the module is made from, for its reader."""
    yield f"{policy.label or policy.name} ({policy.name}): decides what this policy says."
    yield ""
    if policy.published:
        yield f"Published {policy.published.isoformat()}."
    if policy.period.start:
        until = f" until {policy.period.end.isoformat()}" if policy.period.end else ""
        yield f"Effective {policy.period.start.isoformat()}{until}."
    yield from _USE.splitlines()
    if policy.sources:
        yield ""
        yield "Sources:"
        for source in policy.sources.values():
            dated = f", {source.dated.isoformat()}" if source.dated else ""
            yield f"  {source.name}: {source.title or source.address or ''}{dated}"
    if policy.unmodelled:
        yield ""
        yield "What the sources say besides:"
        for found in policy.unmodelled:
            yield f"  {found.statement} ({found.reason})"
