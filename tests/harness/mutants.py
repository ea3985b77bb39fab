"""A pytest plugin for `make mutants`: lets mutmut see the evaluator that compiled policies carry.

A compiled policy holds the evaluator as text. mutmut rewrites every function so that one of its
mutants can be switched on, and that switch works only where the function was imported. So while
mutants are on trial the text is taken from the files as they were written, and a compiled policy
that a test runs gets the evaluator's functions by import.
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

SOURCE = Path.cwd().parent
"""mutmut's working folder; the tests run in a folder of it that holds the rewritten copy."""


def pytest_configure() -> None:
    runtime.runtime_text.cache_clear()
    vars(runtime)["inspect"] = SimpleNamespace(getsource=_as_written)
    vars(modules)["run"] = _run
    vars(modules)["program"] = _program


def _as_written(part: ModuleType) -> str:
    place = Path(inspect.getfile(part)).relative_to(Path.cwd())
    return (SOURCE / place).read_text(encoding="utf-8")


def _run(policy: Policy) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "compiled"}
    text = module_text(policy)
    mutant = os.environ.get("MUTANT_UNDER_TEST", "")
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
    given, said = TextIOWrapper(BytesIO("\n".join(lines).encode())), TextIOWrapper(BytesIO())
    compiled = _run(policy)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["compiled.py", *options])
        patch.setattr("sys.stdin", given)
        patch.setattr("sys.stdout", said)
        status = compiled["main"](compiled["decide"])
    said.seek(0)
    return status, [json.loads(line) for line in said]
