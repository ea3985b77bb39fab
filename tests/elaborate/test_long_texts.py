"""Texts as long as a machine may make them: each name is looked at a few times at most."""

import pytest

from policyc.elaborate.elaborator import Elaborator
from policyc.library.library import Library, open_source
from policyc.source import Source

MANY = 3_000
HEAD = "policy p\nuses collection\n"
NESTED = ("not (" * 70, ")" * 70)


def findings(text: str) -> list[str]:
    opened = open_source(Source("p.policy", HEAD + text), "p")
    elaborator = Elaborator(Library())
    found = [f for d in opened.documents for f in elaborator.elaborate(d).findings]
    return [f"{f.code.name} {f.message()[:30]}" for f in (*opened.findings, *found)]


def chain(names: list[str]) -> str:
    """Definitions of which each is in terms of the next, and the last of what everybody knows."""
    left, right = NESTED
    pairs = zip(names, [*names[1:], "identified"], strict=True)
    lines = [f"define {name}: {left}{other}{right} and time > 8:00" for name, other in pairs]
    return "\n".join(lines)


def test_definitions_may_stand_in_any_order_however_many_build_on_one_another() -> None:
    names = [f"d{number}" for number in range(200)]
    rule = "\nrule r: when d0 then forbid contact(any)"
    backwards = "\n".join(reversed(chain(names).splitlines()))
    assert findings(chain(names) + rule) == findings(backwards + rule)
    assert not any("include-ring" in found for found in findings(chain(names) + rule))


@pytest.mark.parametrize("length", [1, 2, 3, 50, MANY])
def test_a_ring_of_definitions_is_told_once_however_long(length: int) -> None:
    left, right = NESTED
    text = "".join(
        f"define d{i}: {left}d{(i + 1) % length}{right} and identified\n" for i in range(length)
    )
    found = findings(text + "rule r: when d0 then forbid contact(any)\n")
    assert [line for line in found if line.startswith("include-ring")] == [
        "include-ring `d0` comes back to itself: `d0`"[: len("include-ring ") + 30]
    ]
    assert len(found) == 1


def test_two_rings_that_share_a_definition_are_both_told() -> None:
    text = """
define a: b or c
define b: d
define d: a
define c: e
define e: a
"""
    assert [line.split()[0] for line in findings(text)].count("include-ring") == 2


def test_a_ring_of_overriding_is_told_once_however_long() -> None:
    text = "".join(
        f"rule r{i} overrides r{(i + 1) % MANY}: forbid contact(any)\n" for i in range(MANY)
    )
    assert findings(text) == ["override-ring these rules override one anoth"]


def test_rules_that_lead_to_a_ring_are_no_part_of_it() -> None:
    text = """
rule a overrides b: forbid contact(any)
rule b overrides c, d: forbid threaten
rule c overrides b: forbid outsource
rule d: forbid impersonate
"""
    opened = open_source(Source("p.policy", HEAD + text), "p")
    (found,) = Elaborator(Library()).elaborate(opened.documents[0]).findings
    assert "`b` → `c` → `b`" in found.message()


@pytest.mark.parametrize(
    "text",
    [
        "kind k: " + ", ".join(f"m{number}" for number in range(20_000)),
        "fact f: number\nassume f in {" + ", ".join(map(str, range(20_000))) + "}",
        "rule r: when " + "identified and " * 20_000 + "identified then forbid contact(any)",
        "".join(f"rule r{i} overrides r{i + 1}: forbid threaten\n" for i in range(MANY))
        + f"rule r{MANY}: forbid threaten",
    ],
)
def test_long_lists_and_chains_are_read(text: str) -> None:
    assert not [line for line in findings(text) if "duplicate" not in line and "unused" not in line]
