"""Reading: text to policy, against lark's own parse of the same text."""

import json
from collections.abc import Iterator
from pathlib import Path

import lark

from benchmarks.decide.bench import Bench
from benchmarks.decide.workload import table
from benchmarks.environments import CACHE
from benchmarks.measuring import duration, processor_medians, ratio
from benchmarks.measuring import table as markdown
from benchmarks.parse.text import policy_text, vocabulary_text
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


def section() -> str:
    """The section of the report."""
    path, text, parser = _prepared(_RULES)
    own, plain = processor_medians(lambda: _policy(path), lambda: parser.parse(text))
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


def check() -> None:
    """Reads a few rules. Raises `RuntimeError` where the policy answers otherwise than they say."""
    _prepared(10)


def _prepared(rules: int) -> tuple[Path, str, lark.Lark]:
    """A file of so many rules, its text, and lark's parser for it; both have read it once."""
    bench = Bench.of(table(rules))
    folder = CACHE / "reading"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.policy").write_text(vocabulary_text(bench.workload), encoding="utf-8")
    path = folder / "rules.policy"
    text = policy_text("rules", bench.workload.rules)
    path.write_text(text, encoding="utf-8")
    _check(bench, _policy(path))
    parser = lark.Lark("\n".join(_grammar()), parser="lalr", propagate_positions=True)
    found = len(list(parser.parse(text).find_data("rule")))
    if found != rules:
        raise RuntimeError(f"lark finds {found} rules")
    return path, text, parser


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
