"""Reading: text to policy, against lark's own parse of the same text."""

import json
from collections.abc import Iterator
from pathlib import Path

import lark

from benchmarks.decide.bench import Bench
from benchmarks.decide.environments import CACHE
from benchmarks.decide.workload import (
    CHANNELS,
    TARGETS,
    Between,
    Fact,
    Is,
    OneOf,
    Outside,
    Rule,
    Test,
    Workload,
    table,
)
from benchmarks.measuring import duration, medians, ratio
from benchmarks.measuring import table as markdown
from policyc.core.policy import Policy
from policyc.engines.python import Answer, compile_policy
from policyc.library.project import open_project
from policyc.resources import grammar_folder
from policyc.syntax.words import words

_ABOUT = """\
## Reading

From the text of 1,000 rules to a policy that can be asked, names, types and units checked, against
lark's own parse of that text into a plain tree with positions (the language's grammar, LALR, lark's
contextual lexer). The policy's answers are compared with the yardstick's of the first section.
"""
_RULES = 1_000
_MINUTE = 60


def section() -> str:
    """The section of the report."""
    bench = Bench.of(table(_RULES))
    folder = CACHE / "reading"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.policy").write_text(_vocabulary(bench.workload), encoding="utf-8")
    path = folder / "rules.policy"
    text = "\n".join(["policy rules", "uses words", *map(_rule, bench.workload.rules)])
    path.write_text(text, encoding="utf-8")
    _check(bench, _policy(path))
    parser = lark.Lark("\n".join(_grammar()), parser="lalr", propagate_positions=True)
    found = len(list(parser.parse(text).find_data("rule")))
    if found != _RULES:
        raise RuntimeError(f"lark finds {found} rules")
    own, plain = medians(lambda: _policy(path), lambda: parser.parse(text))
    rows = [
        ["lark's parse with positions", duration(plain), f"{_RULES / plain:,.0f}", "1"],
        [
            "policyc, parsed and elaborated",
            duration(own),
            f"{_RULES / own:,.0f}",
            ratio(own, plain),
        ],
    ]
    return _ABOUT + "\n" + markdown(["", "1,000 rules", "rules a second", "× lark"], rows)


_LEXICAL = {
    "NAME": r"/[^\W\d]\w*/",
    "STRING": r'/"[^"\n]*"/',
    "NUMBER": r"/[0-9][0-9_]*(\.[0-9]+)?/",
    "TIME": r"/[0-9]{2}:[0-9]{2}/",
    "DATE": r"/[0-9]{4}-[0-9]{2}-[0-9]{2}/",
    "CURRENCY_SIGN": '"¥"',
    "UNIT": '"days" | "h"',
    "TYPE": '"yes/no" | "days"',
    "STAGE": '"stage"',
}
"""The terminals that are no words."""


def _grammar() -> Iterator[str]:
    """The language's grammar with terminals that lark's own lexer can find, English words only."""
    for line in (grammar_folder() / "policy.lark").read_text(encoding="utf-8").splitlines():
        if not line.startswith("%declare"):
            yield line
            continue
        for terminal in line.split()[1:]:
            english = words().word(terminal, "en") if terminal not in _LEXICAL else ""
            priority = ".2" if terminal in {"TIME", "DATE"} else ""
            yield f"{terminal}{priority}: {_LEXICAL.get(terminal, json.dumps(english))}"
    yield "start: heading (uses | rule)+"
    yield r"%ignore /\s+/"


def _policy(path: Path) -> Policy:
    (document,) = open_project([path]).documents
    if document.policy is None or document.findings:
        raise RuntimeError([finding.message() for finding in document.findings])
    return document.policy


def _check(bench: Bench, policy: Policy) -> None:
    """Compares the policy's answers with the yardstick's."""
    compiled = compile_policy(policy)
    for case, (verdict, names) in zip(bench.workload.cases, bench.plain["answers"], strict=True):
        found = compiled.decide(f"contact({case.target}, {case.channel})", case.facts)
        if not isinstance(found, Answer) or found.verdict.value != verdict:
            raise RuntimeError(f"{case}: {found}, and not {verdict}")
        if sorted(found.rules) != names:
            raise RuntimeError(f"{case}: {found.rules}, and not {names}")


def _vocabulary(workload: Workload) -> str:
    return "\n".join(
        [
            "vocabulary words",
            "subject borrower",
            f"kind target: {', '.join(TARGETS)}",
            f"kind channel: {', '.join(CHANNELS)}",
            "action contact (target, channel)",
            *(line for fact in workload.facts for line in _fact(fact)),
        ]
    )


def _fact(fact: Fact) -> Iterator[str]:
    if fact.members:
        yield f"kind {fact.name}_kind: {', '.join(fact.members)}"
        yield f"fact {fact.name}: {fact.name}_kind"
    elif fact.name == "time":
        yield "fact time: time of day"
    elif fact.lower is None:
        yield f"fact {fact.name}: yes/no"
    else:
        yield f"fact {fact.name}: count from {fact.lower} to {fact.upper}"


def _rule(rule: Rule) -> str:
    condition = "\n   and ".join(map(_condition, rule.tests))
    arguments = ", ".join(" | ".join(c) or "any" for c in (rule.targets, rule.channels))
    return f"\nrule {rule.name}:\n  when {condition}\n  then {rule.effect} contact({arguments})"


def _condition(test: Test) -> str:
    match test:
        case Is(fact, value):
            return fact if value else f"not {fact}"
        case OneOf(fact, (value,)):
            return f"{fact} = {value}"
        case OneOf(fact, values):
            return f"{fact} in {{{', '.join(map(str, values))}}}"
        case Outside(fact, lower, upper):
            return f"{fact} from {_time(upper)} to {_time(lower)}"
        case Between("time", int(lower), int(upper)):
            return f"time from {_time(lower)} to {_time(upper)}"
        case Between(fact, None, upper):
            return f"{fact} < {upper}"
        case Between(fact, lower, None):
            return f"{fact} >= {lower}"
        case Between(fact, lower, upper):
            return f"{fact} from {lower} to {upper}"
        case _:
            raise ValueError(test)


def _time(seconds: int) -> str:
    hours, minutes = divmod(seconds // _MINUTE, _MINUTE)
    return f"{hours:02}:{minutes:02}"
