"""`policyc compare` on folders: what counts, what is left out, and that this is said."""

import json

import jsonschema
import pytest

from policyc.resources import schemas_folder
from tests.cli.calling import Shell

PAGE = "rule calls: when overdue in 8..30 then allow contact(borrower, phone)\n"
LAW = "rule late: when overdue > 20 then forbid contact(any, phone)\n"
OLD = f"policy old\nuses collection\neffective 2001-01-01 until 2002-01-01\n{LAW}"
PERMISSION = "policy permission\nuses collection\nrule anything: allow contact(any)\n"
SUBJECT = f"policy subject\nuses collection\nsubject to law\n{LAW}"
VALUE = "policy value\nuses collection\nset recording_retention = 3 years\n"
WORDS = "vocabulary words\nfact mood: yes/no\n"


@pytest.fixture
def laws(shell: Shell) -> Shell:
    """A shell with a page, and a folder of documents one of which is a law in force."""
    shell.write("page.policy", PAGE)
    (shell.folder / "laws").mkdir()
    documents = {"law": LAW, "old": OLD, "permission": PERMISSION, "words": WORDS}
    for name, text in {**documents, "subject": SUBJECT, "value": VALUE}.items():
        shell.write(f"laws/{name}.policy", text)
    return shell


def test_of_a_folder_the_statutes_in_force_are_held_against_and_the_rest_is_named(
    laws: Shell,
) -> None:
    called = laws.call("compare", "page.policy", "--against", "laws", "--on", "2026-01-01")
    assert called.code == 1
    beginning = called.out.partition("\n\n")[0]
    assert (
        beginning
        == """\
as of 2026-01-01
  page  no date given, page.policy
held against
  law    no date given, laws/law.policy
  value  no date given, laws/value.policy
  left out of laws, not in force on 2026-01-01: old
  left out of laws, subject to statutes themselves: subject
  left out of laws, forbidding, requiring and advising nothing: permission
  left out of laws, not policies: words"""
    )


def test_what_is_left_out_is_said_in_chinese(laws: Shell) -> None:
    arguments = ("compare", "page.policy", "--against", "laws", "--on", "2026-01-01")
    out = laws.call(*arguments, "--lang", "zh").out
    assert "  略去laws中2026-01-01不在有效期内的：old\n" in out
    assert "  略去laws中没有任何禁止、要求或建议的：permission\n" in out


def test_what_is_compared_is_not_held_against_itself_for_lying_in_the_folder(laws: Shell) -> None:
    laws.write("laws/page.policy", PAGE + "rule sms: forbid contact(any, sms)\n")
    out = laws.call("compare", "laws/page.policy", "--against", "laws").out
    assert "  left out of laws, among those compared: page\n" in out
    assert "permits nothing that page forbids" not in out
    named = laws.call("compare", "laws/page.policy", "--against", "laws/page.policy").out
    assert "permits nothing that page forbids" in named


def test_what_is_named_is_held_against_whatever_it_says(laws: Shell) -> None:
    files = [f"laws/{name}.policy" for name in ("subject", "permission")]
    out = laws.call("compare", "page.policy", "--against", *files).out
    assert "page permits what 1 clause of subject forbids\n" in out
    assert "page permits nothing that permission forbids" in out
    assert "left out of" not in out


def test_of_a_folder_of_policies_what_is_not_compared_is_named(laws: Shell) -> None:
    out = laws.call("compare", "laws", "--on", "2026-01-01").out
    assert out.startswith("4 policies compared, as of 2026-01-01\n")
    assert "  left out of laws, not in force on 2026-01-01: old\n" in out
    assert "  left out of laws, not policies: words\n" in out


def test_a_statute_that_is_named_and_not_in_force_is_an_error_with_a_way_out(laws: Shell) -> None:
    called = laws.call("compare", "page.policy", "--against", "laws/old.policy")
    assert (called.code, called.out) == (2, "")
    assert "error[not-in-force]" in called.err
    assert "`@DATE` after its name, or `--on DATE` for all, chooses one" in called.err
    assert "or name its folder, of which only what is in force is taken" in called.err
    dated = laws.call("compare", "page.policy", "--against", "laws/old.policy@2001-06-01")
    assert "page permits what 1 clause of old forbids\n" in dated.out


def test_a_folder_without_a_statute_in_force_is_wrong_usage(laws: Shell) -> None:
    laws.write("laws/law.policy", PERMISSION.replace("permission", "law"))
    laws.write("laws/value.policy", WORDS)
    called = laws.call("compare", "page.policy", "--against", "laws")
    assert (called.code, called.out) == (2, "")
    assert "nothing in the folder after --against is a statute in force" in called.err


def test_many_that_are_left_out_are_named_with_all(laws: Shell) -> None:
    for number in range(9):
        laws.write(f"laws/w{number}.policy", WORDS.replace("words", f"w{number}"))
    arguments = ("compare", "page.policy", "--against", "laws")
    assert "not policies: w0, w1, w2, w3, w4, w5, … and 4 more" in laws.call(*arguments).out
    assert "w5, w6, w7, w8, words\n" in laws.call(*arguments, "--all").out


def test_programs_are_told_what_was_left_out(laws: Shell) -> None:
    arguments = ("compare", "page.policy", "--against", "laws", "--on", "2026-01-01")
    found = json.loads(laws.call(*arguments, "--format", "json").out)
    schema = json.loads((schemas_folder() / "compare-1.json").read_text("utf-8"))
    jsonschema.validate(found, schema)
    told = [(each["document"], each["why"]) for each in found["left_out"]["statutes"]]
    assert told == [
        ("old", "not in force"),
        ("words", "no policy"),
        ("permission", "binds nobody"),
        ("subject", "subject to a statute"),
    ]
    assert found["left_out"]["policies"] == []
