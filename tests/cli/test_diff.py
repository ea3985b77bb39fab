"""`policyc diff`."""

import json
import shutil
import subprocess
from pathlib import Path

import attrs
import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

from policyc.analyse import difference as compared
from policyc.cli import diff as command
from policyc.resources import schemas_folder
from tests.analyse.loading import FOLDER
from tests.cli.calling import Shell

M = "measured.policy#m_"
PAIRS = [
    ("tianxing.policy", "xiaohua.policy"),
    ("tianxing.policy", "pipl.policy"),
    ("tianxing.policy", "tianxing_zh.policy"),
    (f"{M}tianxing", f"{M}guideline"),
    (f"{M}tianxing", f"{M}xiaohua"),
    (f"{M}xiaohua", f"{M}guideline"),
    ("choices.policy#demanding", "choices.policy#modest"),
    ("features.policy@2025-06-01", "features.policy@2026-06-01"),
]

STRICT = "rule calls: when overdue in 8..15 then allow contact(borrower, phone)\n"
LOOSE = "rule calls: when overdue in 8..30 then allow contact(borrower, phone)\n"


@pytest.fixture
def examples(shell: Shell) -> Shell:
    """A shell in a folder with the example policies."""
    for file in FOLDER.glob("*.policy"):
        shutil.copy(file, shell.folder / file.name)
    return shell


@pytest.fixture
def pair(shell: Shell) -> Shell:
    """A shell with a stricter policy `a` and a looser one `b`."""
    shell.write("a.policy", STRICT)
    shell.write("b.policy", LOOSE)
    return shell


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_report_reads_as_recorded(
    examples: Shell, snapshot: SnapshotAssertion, left: str, right: str, language: str
) -> None:
    called = examples.call("diff", left, right, "--lang", language, "--all")
    assert (called.code, called.err) == (0, "")
    assert called.out == snapshot


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_emitted_tests_read_as_recorded(
    examples: Shell, snapshot: SnapshotAssertion, language: str
) -> None:
    called = examples.call(
        "diff", f"{M}tianxing", f"{M}guideline", "--emit-tests", "--lang", language
    )
    assert called.out == snapshot


def test_equal_policies_are_told_in_one_line(pair: Shell) -> None:
    called = pair.call("diff", "a.policy", "a.policy")
    assert called.code == 0
    assert called.out.count("\n") == 1
    assert "proved for every action and every case" in called.out


def test_equal_policies_in_chinese(pair: Shell) -> None:
    called = pair.call("diff", "a.policy", "a.policy", "--lang", "zh")
    assert "已对所有行为、所有情形作出证明" in called.out


def test_equality_about_one_action_says_so(pair: Shell) -> None:
    called = pair.call("diff", "a.policy", "b.policy", "--action", "report")
    assert called.out == "a and b decide every case of report alike: proved for every case\n"


def test_an_action_to_compare_goes_by_its_label_too(pair: Shell) -> None:
    by_name, by_label = (
        pair.call("diff", "a.policy", "b.policy", "--action", word) for word in ("contact", "联系")
    )
    assert by_label.code == 0
    assert by_label == by_name


def test_the_json_is_one_object_as_its_schema_says(pair: Shell) -> None:
    called = pair.call("diff", "a.policy", "b.policy", "--format", "json")
    found = json.loads(called.out)
    schema = json.loads((schemas_folder() / "diff-1.json").read_text("utf-8"))
    jsonschema.validate(found, schema)
    assert found["regions"][0]["where"]["overdue"] == [{"ge": 16, "le": 30}]


@pytest.mark.parametrize(
    ("failing", "forwards", "backwards"),
    [("any", 1, 1), ("looser", 1, 0), ("stricter", 0, 1), (None, 0, 0)],
)
def test_the_caller_chooses_what_to_fail_on(
    pair: Shell, failing: str | None, forwards: int, backwards: int
) -> None:
    option = () if failing is None else ("--fail-on", failing)
    assert pair.call("diff", "a.policy", "b.policy", *option).code == forwards
    assert pair.call("diff", "b.policy", "a.policy", *option).code == backwards
    assert pair.call("diff", "a.policy", "a.policy", *option).code == 0


def test_what_was_not_settled_fails_whatever_the_caller_fails_on(
    pair: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsettled(*arguments: object) -> compared.Difference:
        found = compared.difference(*arguments)  # type: ignore[arg-type]  # the command's own
        unknown = [compared.Unknown(e.region.cls, e.region.where, None) for e in found.entries]  # type: ignore[arg-type, attr-defined]  # only counted
        return attrs.evolve(found, entries=(), unknown=tuple(unknown))

    monkeypatch.setattr(command, "difference", unsettled)
    called = pair.call("diff", "a.policy", "b.policy", "--fail-on", "stricter")
    assert called.code == 1
    assert "not every case was settled" in called.out
    assert "Not settled within the budget: 1" in called.out


def test_a_replay_is_told_on_standard_error(pair: Shell) -> None:
    called = pair.call("diff", "a.policy", "b.policy", "--verify", "50")
    assert called.code == 0
    assert called.err.startswith("50 cases replayed, ")
    assert called.err.endswith("the list was right in every one\n")


def test_a_list_that_a_replay_disproves_is_a_bug(
    pair: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_regions(*arguments: object) -> compared.Difference:
        return attrs.evolve(compared.difference(*arguments), entries=())  # type: ignore[arg-type]  # as above

    monkeypatch.setattr(command, "difference", without_regions)
    called = pair.call("diff", "a.policy", "b.policy", "--verify", "200")
    assert called.code == 3
    assert "this is a bug in policyc" in called.err
    assert "contact(borrower, phone) with" in called.err


def test_long_lists_are_cut_unless_all_is_asked_for(shell: Shell) -> None:
    many = "".join(
        f"rule r{day}: when overdue = {day} then allow contact(borrower, sms)\n"
        for day in range(1, 60, 2)
    )
    shell.write("a.policy", many)
    shell.write("b.policy", "rule none: when overdue = 0 then allow report(any)\n")
    short = shell.call("diff", "a.policy", "b.policy").out
    assert "… and 10 more; --all shows them" in short
    assert "--all shows" not in shell.call("diff", "a.policy", "b.policy", "--all").out
    whole = json.loads(shell.call("diff", "a.policy", "b.policy", "--format", "json").out)
    assert len(whole["regions"]) == 31


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a.policy", "c.policy"), "c.policy"),
        (("a.policy", "b.policy", "--action", "contct"), "did you mean `contact`?"),
        (("a.policy", "b.policy", "--fail-on", "worse"), "--fail-on cannot be `worse`"),
        (("a.policy", "b.policy", "--format", "xml"), "--format cannot be `xml`"),
        (("a.policy", "b.policy", "--on", "yesterday"), "`yesterday` is no date"),
        (("a.policy", "b.policy@2020-13-01"), "b.policy@2020-13-01"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_why(
    pair: Shell, arguments: tuple[str, ...], words: str
) -> None:
    called = pair.call("diff", *arguments)
    assert (called.code, called.out) == (2, "")
    assert words in called.err


def test_a_policy_with_an_error_exits_with_1(pair: Shell) -> None:
    pair.write("c.policy", LOOSE.replace("overdue", "overdu"))
    called = pair.call("diff", "a.policy", "c.policy")
    assert (called.code, called.out) == (1, "")
    assert "error[unknown-fact]" in called.err


def test_policies_that_mean_different_things_by_a_name_are_not_compared(pair: Shell) -> None:
    head = "policy {} uses collection\nfact risk: {}\nrule r: when {} then allow report(any)\n"
    pair.write("c.policy", head.format("c", "yes/no", "risk"))
    pair.write("d.policy", head.format("d", "percent", "risk > 5%"))
    called = pair.call("diff", "c.policy", "d.policy")
    assert called.code == 2
    assert "each means another thing by `risk`" in called.err


def test_the_version_of_a_day_is_compared(pair: Shell) -> None:
    versions = (
        "policy v uses collection\neffective 2024-01-01 until 2025-01-01\n"
        + STRICT
        + "policy v uses collection\neffective 2025-01-01\n"
        + LOOSE
    )
    pair.write("v.policy", versions)
    called = pair.call("diff", "v.policy@2024-06-01", "v.policy@2025-06-01")
    assert called.out.startswith("v@2024-01-01 and v@2025-01-01 differ in 1 way")
    same = pair.call("diff", "v.policy", "v.policy", "--on", "2024-06-01")
    assert "alike" in same.out
    assert pair.call("diff", "v.policy@2023-06-01", "v.policy").code == 2


# --- git revisions


@pytest.fixture
def repository(pair: Shell) -> Shell:
    """A repository with two commits: in the first `b` is as strict as `a`."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    policies = pair.folder / "policies"
    policies.mkdir()
    for name, text in (("a", STRICT), ("b", STRICT)):
        (policies / f"{name}.policy").write_text(text, "utf-8")
    _git(pair.folder, "init", "-q", "-b", "main")
    _commit(pair.folder, "strict")
    (policies / "b.policy").write_text(LOOSE, "utf-8")
    _commit(pair.folder, "loose")
    return pair


def _git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607  # the git of the machine


def _commit(folder: Path, message: str) -> None:
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "--no-gpg-sign", "-m", message)


def test_a_revision_is_compared_with_the_working_tree(repository: Shell) -> None:
    called = repository.call("diff", "HEAD~1:policies/b.policy", "policies/b.policy")
    assert called.code == 0
    assert "overdue in 16..30 days" in called.out
    assert "HEAD~1:policies/b.policy forbids" not in called.out
    assert "policies/b.policy allows, HEAD~1:policies/b.policy is silent" in called.out


def test_two_revisions_are_compared(repository: Shell) -> None:
    called = repository.call(
        "diff", "HEAD~1:policies/b.policy", "HEAD:policies/b.policy", "--fail-on", "looser"
    )
    assert called.code == 1
    same = repository.call("diff", "HEAD:policies/a.policy", "HEAD~1:policies/b.policy")
    assert "alike" in same.out


def test_a_path_that_begins_with_a_dot_is_seen_from_where_one_is(
    repository: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder / "policies")
    called = repository.call("diff", "HEAD~1:./b.policy", "HEAD:policies/b.policy")
    assert "differ in 1 way" in called.out


def test_a_vocabulary_is_that_of_the_revision(repository: Shell) -> None:
    words = repository.folder / "policies" / "words.policy"
    policy = repository.folder / "policies" / "c.policy"
    words.write_text("vocabulary words\naction call\nfact late: days from 0 to 9\n", "utf-8")
    policy.write_text("policy c uses words\nrule r: when late >= 3 then allow call\n", "utf-8")
    _commit(repository.folder, "days")
    words.write_text("vocabulary words\naction call\nfact late: days from 0 to 3\n", "utf-8")
    _commit(repository.folder, "fewer days")
    called = repository.call("diff", "HEAD~1:policies/c.policy", "HEAD:policies/c.policy")
    assert called.code == 0
    older = repository.call(
        "diff", "HEAD~1:policies/c.policy", "HEAD~1:policies/c.policy", "--emit-tests"
    )
    assert (older.code, older.out) == (0, "")


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("nowhere:policies/b.policy", "git knows no revision `nowhere`"),
        ("HEAD~99:policies/b.policy", "git knows no revision `HEAD~99`"),
        ("HEAD:policies/none.policy", "no file `policies/none.policy` in `HEAD`"),
        ("HEAD:../policies/b.policy", "leaves the repository"),
        ("HEAD:/etc/passwd", "leaves the repository"),
        ("--output=x:policies/b.policy", "x:policies/b.policy"),
    ],
)
def test_a_revision_that_cannot_be_read_is_wrong_usage(
    repository: Shell, reference: str, words: str
) -> None:
    called = repository.call("diff", "--", reference, "policies/b.policy")
    assert (called.code, called.out) == (2, "")
    assert words in called.err
    assert not (repository.folder / "x").exists()


def test_a_revision_that_a_shallow_clone_lacks_can_be_fetched(
    repository: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shallow = repository.folder / "shallow"
    _git(repository.folder, "clone", "-q", "--depth", "1", repository.folder.as_uri(), str(shallow))
    monkeypatch.chdir(shallow)
    called = repository.call("diff", "HEAD~1:policies/b.policy", "policies/b.policy")
    assert called.code == 2
    assert "git fetch --unshallow" in called.err


def test_statutes_that_one_policy_alone_is_subject_to_are_a_difference(pair: Shell) -> None:
    pair.write("c.policy", f"policy c\nuses collection\nsubject to pipl\n{STRICT}")
    called = pair.call("diff", "a.policy", "c.policy", "--fail-on", "any")
    assert called.code == 1
    assert "proved for every action" in called.out
    assert "subject to\n  a  none\n  c  pipl" in called.out


def test_links_in_a_revision_are_not_followed(repository: Shell) -> None:
    link = repository.folder / "policies" / "link.policy"
    try:
        link.symlink_to("b.policy")
    except OSError:
        pytest.skip("no links here")
    _commit(repository.folder, "link")
    assert repository.call("diff", "HEAD:policies/link.policy", "policies/b.policy").code == 2


def test_outside_a_repository_a_revision_is_wrong_usage(pair: Shell) -> None:
    called = pair.call("diff", "HEAD:a.policy", "b.policy")
    assert called.code == 2
    assert "not a git repository" in called.err


MOON = "policy moon\nuses collection\n"
DAY_CALLS = "rule calls: when time from 08:00 to 21:00 then allow contact(borrower, phone)\n"


@pytest.fixture
def versions(shell: Shell) -> Shell:
    """A policy, and the same with another version to come that is looser."""
    shell.write("old.policy", f"{MOON}effective 2025-01-01\n{DAY_CALLS}")
    shell.write(
        "new.policy",
        f"{MOON}effective 2025-01-01 until 2100-01-01\n{DAY_CALLS}\n"
        f"{MOON}effective 2100-01-01 until 2200-01-01\nallow contact(borrower, phone)\n",
    )
    return shell


def test_versions_to_come_are_compared_too(versions: Shell) -> None:
    called = versions.call("diff", "old.policy", "new.policy", "--fail-on", "looser")
    assert called.code == 1
    assert "decide every case alike" in called.out
    assert "From 2100-01-01 on, when another version is in force" in called.out
    assert "when time from 21:00 to 08:00" in called.out
    assert "From 2200-01-01 on no version of new.policy is in force" in called.out


def test_a_day_that_is_named_is_the_only_one_compared(versions: Shell) -> None:
    day = ("--on", "2026-01-01")
    called = versions.call("diff", "old.policy", "new.policy", "--fail-on", "any", *day)
    assert (called.code, "From" in called.out) == (0, False)
    pinned = versions.call("diff", "old.policy@2026-01-01", "new.policy")
    assert "From" not in pinned.out


def test_a_policy_that_ends_is_equal_to_itself(versions: Shell) -> None:
    called = versions.call("diff", "new.policy", "new.policy", "--fail-on", "any")
    assert called.code == 0
    assert "2200" not in called.out


def test_programs_are_told_of_versions_to_come(versions: Shell) -> None:
    found = json.loads(versions.call("diff", "old.policy", "new.policy", "--format", "json").out)
    schema = json.loads((schemas_folder() / "diff-1.json").read_text("utf-8"))
    jsonschema.validate(found, schema)
    assert [(each["from"], each["ended"]) for each in found["later"]] == [
        ("2100-01-01", []),
        ("2200-01-01", ["right"]),
    ]
    assert [r["stricter"] for r in found["later"][0]["difference"]["regions"]] == ["left"]
    assert found["later"][1]["difference"] is None
