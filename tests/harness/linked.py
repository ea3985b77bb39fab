"""A pytest plugin for `make coverage` and `make mutants`: shows them compiled policies at work.

A compiled policy carries its evaluator as text, which neither tool knows again once it runs. With
this plugin what the tests run has the evaluator's own functions instead, by import, in the same
process. The other runs of the tests take the text.
"""

import inspect
import json
import os
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from policyc.core.policy import Policy
from policyc.engines.python import runtime
from policyc.engines.python.module import module_text
from tests.engines.python import modules

MUTANT = "MUTANT_UNDER_TEST"
"""Where mutmut says which mutant is switched on; `stats` while it finds out which tests it needs.

mutmut rewrites every function so that one of its mutants can be switched on. The text of the
evaluator is therefore taken from the files as they were written: mutmut runs the tests in a folder
of its working folder that holds the rewritten copy.
"""


def pytest_configure() -> None:
    vars(modules).update(run=_run, program=_program)
    if MUTANT in os.environ:
        runtime.runtime_text.cache_clear()
        vars(runtime)["inspect"] = SimpleNamespace(getsource=_as_written)


def _as_written(part: ModuleType) -> str:
    place = Path(inspect.getfile(part)).relative_to(Path.cwd())
    return (Path.cwd().parent / place).read_text(encoding="utf-8")


def _run(policy: Policy) -> dict[str, Any]:
    """What `modules.run` gives, its functions being those of policyc."""
    names: dict[str, Any] = {"__name__": "compiled"}
    text = module_text(policy)
    mutant = os.environ.get(MUTANT, "")
    if mutant == "stats":
        runtime.runtime_text.cache_clear()  # so that each test is seen to need it
    if not mutant.startswith(runtime.__name__ + "."):
        parts = [f"from {part.__name__} import *" for part in runtime._PARTS]
        text = text.replace(runtime.runtime_text(), "\n".join(["import sys", *parts]))
    exec(compile(text, "compiled.py", "exec"), names)  # noqa: S102  # as `modules.run` does
    return names


def _program(
    policy: Policy, _: Path, lines: list[str], *options: str
) -> tuple[int, list[dict[str, Any]]]:
    """What `modules.program` gives, without another process."""
    given = TextIOWrapper(BytesIO("\n".join(lines).encode()), encoding="ascii")
    said = TextIOWrapper(BytesIO(), encoding="ascii")
    compiled = _run(policy)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["compiled.py", *options])
        patch.setattr("sys.stdin", given)
        patch.setattr("sys.stdout", said)
        status = compiled["main"](compiled["decide"])
    said.seek(0)
    return status, [json.loads(line) for line in said]
