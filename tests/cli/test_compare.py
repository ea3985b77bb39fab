"""`policyc compare`."""

import json
import shutil

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

from policyc.resources import library_folder, schemas_folder
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
        assert "     law\n  b  1 / - / -\n  a  - / - / -\n" in called.out
    assert "Against law\n  broken\n    late: b\n" in summary.out
    assert "e.g." in report.out
    assert "e.g." not in summary.out
    assert (report.code, summary.code) == (1, 1)


def test_one_kind_of_cases_is_told_in_the_singular(three: Shell) -> None:
    one = three.call("compare", "a.policy", "b.policy", "--summary").out
    assert "They do not agree in 1 kind of cases; in at least 0 of them" in one
    two = three.call("compare", "a.policy", "b.policy", "law.policy", "--summary").out
    assert "They do not agree in 3 kinds of cases; in" in two


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
    said = f"impersonate strictest: {three}; "
    said += f"most permissive: nobody allows it; say nothing: {others} "
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
    assert "  p29  p29.policy\n" in called.out


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


def test_an_action_to_compare_goes_by_its_label_too(three: Shell) -> None:
    by_name, by_label = (
        three.call("compare", "a.policy", "b.policy", "--action", word)
        for word in ("contact", "联系")
    )
    assert by_label.code == 0
    assert by_label == by_name


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
