"""`policyc compare`."""

import json
import shutil

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

from policyc.analyse import provisions as provisions_of
from policyc.core.actions import Pattern
from policyc.resources import library_folder, schemas_folder
from policyc.space.differences.parts import Unknown
from policyc.space.where import Where
from tests.analyse.loading import FOLDER
from tests.cli.calling import Shell

M = "measured.policy#m_"
STRICT = "rule calls: when overdue in 8..15 then allow contact(borrower, phone)\n"
LOOSE = "rule calls: when overdue in 8..30 then allow contact(borrower, phone)\n"
LAW = "rule late: when overdue > 20 then forbid contact(any, phone)\n"


@pytest.fixture
def examples(shell: Shell) -> Shell:
    """A shell in a folder with the example policies."""
    for file in FOLDER.glob("*.policy"):
        shutil.copy(file, shell.folder / file.name)
    return shell


@pytest.fixture
def three(shell: Shell) -> Shell:
    """A shell with a stricter policy `a`, a looser one `b` and a law."""
    for name, text in (("a", STRICT), ("b", LOOSE), ("law", LAW)):
        shell.write(f"{name}.policy", text)
    return shell


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("tianxing.policy", "xiaohua.policy", "tianxing_zh.policy", "--against", "pipl.policy"),
        (f"{M}tianxing", f"{M}xiaohua", "--against", f"{M}guideline"),
        (f"{M}tianxing", f"{M}xiaohua", f"{M}guideline", "--action", "contact"),
        ("xiaohua.policy", "--against", "tianxing.policy"),
        (f"{M}tianxing", f"{M}xiaohua", f"{M}guideline", "--summary"),
        ("tianxing.policy", "xiaohua.policy", "--summary", "--against", "pipl.policy"),
    ],
    ids=["platforms", "measured", "three", "omissions", "summary", "summary-against"],
)
def test_the_report_reads_as_recorded(
    examples: Shell, snapshot: SnapshotAssertion, arguments: tuple[str, ...], language: str
) -> None:
    called = examples.call("compare", *arguments, "--lang", language)
    assert called.err == ""
    assert called.out == snapshot


def test_a_breach_exits_with_1(three: Shell) -> None:
    assert three.call("compare", "b.policy", "--against", "law.policy").code == 1
    assert three.call("compare", "a.policy", "--against", "law.policy").code == 0
    assert three.call("compare", "a.policy", "b.policy").code == 0


def test_the_order_of_strictness_is_drawn(three: Shell) -> None:
    three.write("c.policy", LOOSE.replace("30", "60"))
    called = three.call("compare", "c.policy", "a.policy", "b.policy")
    assert "  a\n  └─ b\n     └─ c\n" in called.out


def test_equal_policies_are_one_class(three: Shell) -> None:
    three.write("c.policy", STRICT)
    called = three.call("compare", "a.policy", "b.policy", "c.policy")
    assert "  a = c\n  └─ b\n" in called.out


def test_a_class_below_two_others_is_drawn_once(three: Shell) -> None:
    two = "rule x: when overdue in 1..3 then allow contact(borrower, sms)\n"
    three.write("d.policy", two)
    three.write("e.policy", STRICT + two)
    three.write("f.policy", STRICT + two + "rule y: when overdue > 90 then allow outsource\n")
    called = three.call("compare", "a.policy", "d.policy", "e.policy", "f.policy")
    assert "  a\n  └─ e\n     └─ f\n  d\n  └─ e (see above)\n" in called.out


def test_a_folder_stands_for_all_policies_in_it(three: Shell) -> None:
    called = three.call("compare", ".", "--format", "json")
    names = [policy["name"] for policy in json.loads(called.out)["policies"]]
    assert names == ["a", "b", "law"]


def test_a_summary_counts_what_the_report_lists(three: Shell) -> None:
    arguments = ("compare", "a.policy", "b.policy", "--against", "law.policy")
    report, summary = three.call(*arguments), three.call(*arguments, "--summary")
    assert "b permits what 1 clause of law forbids\n" in report.out
    for called in (report, summary):
        assert "     law\n  a  - / - / -\n  b  1 / - / -\n" in called.out
    assert "Against law\n  broken\n    late: b\n" in summary.out
    assert "e.g." in report.out
    assert "e.g." not in summary.out
    assert (report.code, summary.code) == (1, 1)


MANY_CLAUSES = """\
policy law
uses collection
source text "The law"
rule night "by night": when time from 22:00 to 08:00 then forbid contact(any) cite text "1"
rule others: forbid contact(emergency) cite text "2"
rule soft: discourage contact(any, visit)
rule hardship: require offer(extension)
rule identify: require identified for contact(any, letter)
"""
PERMISSIVE = """\
policy lender
uses collection
source page "A page"
rule calls: when overdue >= 1 then allow contact(borrower, phone | visit) cite page "a"
rule help: allow contact(emergency, phone) cite page "b"
"""


def test_each_clause_that_is_broken_is_told_by_what_it_turns_on(shell: Shell) -> None:
    shell.write("lender.policy", PERMISSIVE)
    shell.write("law.policy", MANY_CLAUSES)
    called = shell.call("compare", "lender.policy", "--against", "law.policy")
    assert (
        called.out.partition("lender permits")[2]
        == """\
 what 2 clauses of law forbid
   1. night “by night” [text 1]
      lender permits  contact(emergency, phone) even when time from 22:00 to 08:00
                      by help [page b]
                      contact(borrower, phone | visit) even when time from 22:00 to 08:00
                      by calls [page a]
      e.g.            contact(emergency, phone) with time = 23:00
   2. others [text 2]
      lender permits  contact(emergency, phone)
                      by help [page b]
      e.g.            contact(emergency, phone)
  law requires, lender does not: 1 clause
   1. hardship: offer(extension)
  law advises against what lender permits (no breach): 1 clause
   1. soft
      lender permits  contact(borrower, visit)
                      by calls [page a]
      e.g.            contact(borrower, visit) with overdue = 10 days, time = 10:00
  Conditions that law states and lender does not:
    law: contact(any, letter) only if identified (identify)
"""
    )
    assert "  lender  2 / 2 / 1\n" in called.out


def test_with_all_each_clause_has_its_cases_in_full(shell: Shell) -> None:
    shell.write("lender.policy", PERMISSIVE)
    shell.write("law.policy", MANY_CLAUSES)
    arguments = ("compare", "lender.policy", "--against", "law.policy")
    region = "contact(borrower, phone | visit) when overdue >= 1 day and time from 22:00 to\n"
    assert region not in shell.call(*arguments).out
    told = shell.call(*arguments, "--all").out
    first = "contact(emergency, phone) when time from 22:00 to 08:00"
    assert f"      in full         {first}\n                      {region}" in told


def test_a_clause_of_a_summary_names_those_who_do_not_keep_to_it(shell: Shell) -> None:
    for number in range(5):
        rule = f"rule r: when overdue > {number} then allow contact(borrower, phone)\n"
        shell.write(f"p{number}.policy", rule)
    law = "rule {0}: when overdue <= {1} then forbid contact(any)\n"
    shell.write("law.policy", "".join(law.format(f"until_{n}", n) for n in (1, 4, 5)))
    names = [f"p{number}.policy" for number in range(5)]
    called = shell.call("compare", *names, "--against", "law.policy", "--summary")
    assert "  broken\n    until_5: all\n    until_4: all but p4\n    until_1: p0\n" in called.out


def test_where_no_two_have_an_order_that_is_said_in_one_sentence(shell: Shell) -> None:
    for number in range(9):
        rule = f"rule r: when overdue = {number} then allow contact(borrower, phone)\n"
        shell.write(f"p{number}.policy", rule)
    sentence = "  of no two is one at least as strict as the other in every case\n"
    assert sentence in shell.call("compare", ".").out
    shell.write("q.policy", rule)
    assert sentence not in shell.call("compare", ".").out


def test_a_summary_counts_advice_where_a_statute_gives_some(three: Shell) -> None:
    advice = "policy advice\nuses collection\nrule r: discourage contact(any)\n"
    three.write("advice.policy", advice)
    called = three.call("compare", "a", "--against", "advice", "--summary")
    assert "  a  - / - / 1\n" in called.out
    assert "  advice not followed\n    r\n" in called.out
    assert called.code == 0


def test_a_summary_that_is_too_wide_for_a_table_has_a_line_for_each_action(shell: Shell) -> None:
    for number in range(6):
        name = f"a_platform_with_a_long_name_{number}"
        shell.write(f"{name}.policy", LOOSE + "rule r: forbid impersonate\n" * (number < 3))
    out = " ".join(shell.call("compare", ".", "--summary").out.split())
    three = ", ".join(f"a_platform_with_a_long_name_{number}" for number in range(3))
    others = ", ".join(f"a_platform_with_a_long_name_{number}" for number in range(3, 6))
    said = f"impersonate strictest: {three}; most permissive, say nothing: {others} "
    assert said + "all alike about contact" in out


def test_a_summary_leaves_the_json_as_it_is(three: Shell) -> None:
    arguments = ("compare", "a.policy", "b.policy", "--format", "json")
    assert three.call(*arguments, "--summary").out == three.call(*arguments).out


def test_a_policy_can_be_held_against_one_of_those_compared(three: Shell) -> None:
    out = three.call("compare", "a.policy", "b.policy", "--against", "a.policy").out
    assert "a permits nothing that a forbids: proved for every case\n" in out
    assert "b permits nothing that a forbids: proved for every case\n" in out


def test_a_statute_with_the_name_of_a_policy_is_told_apart(three: Shell) -> None:
    (three.folder / "old").mkdir()
    three.write("old/a.policy", LAW)
    out = three.call("compare", "a.policy", "b.policy", "--against", "old/a.policy").out
    assert "  a (statute)  old/a.policy\n" in out
    assert "b permits what 1 clause of a (statute) forbids\n" in out


def test_a_policy_that_ships_is_shown_by_its_name(shell: Shell) -> None:
    out = shell.call("compare", "tianxing", "--against", "cn.nifa_convention").out
    assert "library: tianxing\n" in out
    assert "library: cn.nifa_convention" in " ".join(out.split())
    assert str(library_folder()) not in out


def test_of_values_that_one_policy_alone_states_none_is_the_strictest(three: Shell) -> None:
    term = "term kept: months, more is stricter = 6 months\n"
    three.write("c.policy", term + STRICT)
    assert "strictest" in three.call("compare", "c.policy", "a.policy").out
    assert "kept  6 months" in three.call("compare", "c.policy", "a.policy").out
    three.write("d.policy", term.replace("6", "7") + STRICT)
    assert "7 months*" in three.call("compare", "c.policy", "d.policy").out


def test_the_json_is_one_object_as_its_schema_says(three: Shell) -> None:
    called = three.call(
        "compare", "a.policy", "b.policy", "--against", "law.policy", "--format", "json"
    )
    found = json.loads(called.out)
    schema = json.loads((schemas_folder() / "compare-1.json").read_text("utf-8"))
    jsonschema.validate(found, schema)
    assert found["relations"] == ["=>", "<="]
    assert [each["complies"] for each in found["against"]] == [True, False]
    assert found["against"][1]["breaches"][0]["where"]["overdue"] == [{"gt": 20, "le": 30}]


def test_many_policies_are_put_in_order_without_their_cases(shell: Shell) -> None:
    for number in range(30):
        shell.write(f"p{number:02}.policy", LOOSE.replace("30", str(20 + number % 10)))
    called = shell.call("compare", ".")
    assert called.code == 0
    assert called.out.startswith("30 policies compared\n")
    assert "Cases are put side by side for up to 12 policies" in called.out
    assert "  p00 = p10 = p20\n  └─ p01 = p11 = p21\n" in called.out
    assert "… and 10 more; --all shows them" in called.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a.policy",), "name two policies at least"),
        (("a.policy", "none.policy"), "none.policy"),
        (("a.policy", "b.policy", "--against", "none"), "`none`"),
        (("a.policy", "b.policy", "--action", "contct"), "did you mean `contact`?"),
        (("a.policy", "b.policy", "--format", "xml"), "--format cannot be `xml`"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_why(
    three: Shell, arguments: tuple[str, ...], words: str
) -> None:
    called = three.call("compare", *arguments)
    assert (called.code, called.out) == (2, "")
    assert words in called.err


def test_names_too_long_for_a_table_are_told_pair_by_pair(shell: Shell) -> None:
    names = [f"{letter * 45}" for letter in "abc"]
    for name, text in zip(names, (STRICT, STRICT, LOOSE), strict=True):
        shell.write(f"{name}.policy", f"policy {name}\nuses collection\n{text}")
    out = shell.call("compare", *(f"{name}.policy" for name in names)).out
    assert f"  {names[0]} / {names[1]}: equal\n" in out
    assert f"  {names[0]} / {names[2]}: stricter\n" in out


def test_of_more_than_eight_policies_the_order_is_told_and_not_every_pair(shell: Shell) -> None:
    names = "abcdefghi"
    for days, name in enumerate(names, 1):
        rule = f"rule calls: when overdue > {days} then forbid contact(borrower, phone)\n"
        shell.write(f"{name}.policy", rule)
    out = shell.call("compare", *(f"{name}.policy" for name in names)).out
    assert "How the policy of a row stands" not in out
    drawn = out.partition("Order of strictness")[2].splitlines()[1:10]
    assert [line.split()[-1] for line in drawn] == list(names)


OPEN_ENDED = """\
policy platform
uses collection
term late: days from {least} to {most}, unspecified
rule calls: when overdue > late then allow contact(emergency, phone)
"""
EARLY = "rule early: when overdue < 30 then forbid contact(emergency)\n"


@pytest.mark.parametrize(
    ("most", "language", "told"),
    [
        (90, "en", "if, and only if, late >= 29 days (left open: late of platform)"),
        (90, "en", "permits what 1 clause of law forbids, depending on values that are left open"),
        (90, "en", "\n  platform  1? / - / -\n"),
        (90, "zh", "当且仅当 late >= 29天 时，没有违反的情形（未定：platform的late）"),
        (20, "en", "whatever late of platform may be, some case is a breach"),
        (20, "zh", "无论platform的late取何值，都存在违反的情形"),
    ],
)
def test_for_which_open_values_no_case_is_a_breach_is_told(
    shell: Shell, most: int, language: str, told: str
) -> None:
    shell.write("platform.policy", OPEN_ENDED.format(least=1, most=most))
    shell.write("law.policy", EARLY)
    called = shell.call("compare", "platform.policy", "--against", "law.policy", "--lang", language)
    assert called.code == 1
    assert told in called.out


TWICE = """\
policy platform
uses collection
term late: days from 1 to 90, unspecified
rule calls: when overdue > late then allow contact(emergency, phone)
rule texts: allow contact(borrower, sms)
"""


def test_of_each_clause_it_is_told_whether_it_is_broken_for_certain(shell: Shell) -> None:
    shell.write("platform.policy", TWICE)
    shell.write("law.policy", EARLY + "rule no_texts: forbid contact(any, sms)\n")
    called = shell.call("compare", "platform.policy", "--against", "law.policy")
    assert "2 clauses of law forbid, 1 of them depending on values that are left open" in called.out
    assert "      possible          not so if, and only if, late >= 29 days\n" in called.out
    assert "  platform  2? / - / -\n" in called.out
    assert "whatever late" not in called.out
    found = shell.call(
        "compare", "platform.policy", "--against", "law.policy", "--format", "json"
    ).out
    clauses = json.loads(found)["against"][0]["clauses"]["breaches"]
    assert [each["certainty"] for each in clauses] == ["possible", "certain"]
    assert clauses[0]["terms"] == {"condition": "late >= 29 days", "exact": True, "why": None}


def test_where_no_open_value_allows_a_breach_the_policy_complies(shell: Shell) -> None:
    shell.write("platform.policy", OPEN_ENDED.format(least=40, most=90))
    shell.write("law.policy", EARLY)
    called = shell.call("compare", "platform.policy", "--against", "law.policy")
    assert called.code == 0
    assert "permits what law forbids" not in called.out


def test_the_scope_of_a_statute_is_told_once_and_not_with_each_clause(shell: Shell) -> None:
    shell.write("lender.policy", PERMISSIVE)
    scope = "scope: product = credit_card or product = mortgage\n"
    shell.write("law.policy", MANY_CLAUSES.replace("source text", scope + "source text"))
    out = shell.call("compare", "lender.policy", "--against", "law.policy").out
    assert "forbid\n  law applies when product in {credit_card, mortgage}\n   1. night" in out
    assert "contact(emergency, phone) even when time from 22:00 to 08:00\n" in out
    assert "    law: contact(any, letter) only if identified (identify)\n" in out


OPEN_DUTIES = """\
policy platform
uses collection
term late: days from 1 to 90, unspecified
rule calls: when overdue >= late then allow contact(borrower, phone)
rule help: when overdue >= late then require offer(extension)
"""
DUTIES = """\
rule soft: when overdue < 5 then discourage contact(any)
rule hardship: when overdue >= 30 then require offer(extension)
rule always: when overdue >= 3 then require offer(instalment)
"""


def test_what_is_left_out_for_some_open_values_only_is_marked(shell: Shell) -> None:
    shell.write("platform.policy", OPEN_DUTIES)
    shell.write("law.policy", DUTIES)
    arguments = ("compare", "platform.policy", "--against", "law.policy")
    out = shell.call(*arguments).out
    assert "  platform  - / 2? / 1?\n" in out
    assert "law requires, platform does not: 2 clauses, 1 of them depending on values that" in out
    assert "      possible  not so if, and only if, late <= 30 days\n" in out
    assert "      possible          not so if, and only if, late >= 5 days\n" in out
    summary = shell.call(*arguments, "--summary").out
    assert "  left out\n    hardship ?\n    always\n  advice not followed\n    soft ?\n" in summary
    shell.write("b.policy", OPEN_DUTIES.replace("platform", "b"))
    two = shell.call("compare", "b.policy", *arguments[1:], "--summary").out
    assert "    hardship: b?, platform?\n    always: all\n" in two


def test_a_breach_that_was_not_settled_is_marked(
    three: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = Unknown(Where(Pattern("contact", (None, None)), ()))
    monkeypatch.setattr(provisions_of, "held_against", lambda *_: iter((part,)))
    out = three.call("compare", "a.policy", "--against", "law.policy", "--no-cache").out
    assert "  a  0? / - / -\n" in out
    assert "no breach of law by a was found, but not every case was settled\n" in out
    arguments = ("compare", "a.policy", "--against", "law.policy", "--no-cache", "--summary")
    assert "Against law\n  not every case was settled\n" in three.call(*arguments).out
