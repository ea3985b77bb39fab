"""`policyc compile`: a policy's evaluator as a file that needs nothing but Python."""

import json
import subprocess
import sys

import pytest

from tests.cli.calling import Shell

TEXT = (
    "policy lender\nuses collection\nrule calls: when overdue >= 8 then allow contact(borrower)\n"
)


def test_the_file_decides_where_there_is_no_policyc(shell: Shell) -> None:
    shell.write("lender.policy", TEXT)
    made = shell.call("compile", "lender", "--to", "python", "-o", "lender.py")
    assert (made.code, made.out, made.err) == (0, "", "")
    given = json.dumps({"ask": "contact(borrower, phone)", "overdue": 20})
    ran = subprocess.run(
        [sys.executable, "-I", str(shell.folder / "lender.py")],
        input=given, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(ran.stdout)["verdict"] == "allowed"


def test_without_a_file_the_text_is_printed(shell: Shell) -> None:
    shell.write("lender.policy", TEXT)
    made = shell.call("compile", "lender")
    compile(made.out, "lender.py", "exec")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("lendr",), 2, "[no-such-policy]"),
        (("lender", "--to", "cobol"), 2, "--to cannot be `cobol`"),
        (("lender", "-o", "absent/lender.py"), 2, "cannot be written"),
        (("wrong",), 1, "[unknown-fact]"),
    ],
)
def test_what_cannot_be_compiled_is_told(
    arguments: tuple[str, ...], code: int, said: str, shell: Shell
) -> None:
    shell.write("lender.policy", TEXT)
    shell.write("wrong.policy", "when overdu > 3 then allow outsource")
    made = shell.call("compile", *arguments)
    assert (made.code, made.out) == (code, "")
    assert said in made.err
