"""Starting: how long whole processes take, from a cache of byte code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import attrs

from benchmarks.decide.environments import CACHE
from benchmarks.measuring import duration, medians, ratio, table
from policyc.engines.python.module import module_text
from policyc.library.project import open_project
from policyc.resources import library_folder

_ABOUT = """\
## Starting

Whole processes, with byte code cached and the parser's tables too: how long, and over bare Python.
`policyc` is compared with the smallest typer program, which has one command.
"""

_TYPER = str(Path(__file__).parent / "smallest_typer.py")
_POLICY = "tianxing"
_POLICYC = "from policyc.cli.main import main; main()"
_ASK = "contact(borrower, phone)"
_CASE = {"overdue": 20, "time": "21:00", "identified": True, "purpose_stated": True}


@attrs.frozen
class Process:
    """A process: what it is called, its arguments after Python's, and what it reads."""

    name: str
    arguments: tuple[str, ...]
    stdin: str = ""


def section() -> str:
    """The section of the report."""
    policy = str(library_folder() / f"{_POLICY}.policy")
    module = _compiled(Path(policy))
    first = f"import {module}; {module}.decide({_ASK!r}, {_CASE!r})"
    processes = (
        Process("bare Python", ("-c", "pass")),
        Process("the smallest typer program, `--help`", (_TYPER, "--help")),
        Process("the smallest typer program, its command", (_TYPER, policy)),
        Process("`policyc --help`", ("-c", _POLICYC, "--help")),
        Process("`policyc check` of a real policy", ("-c", _POLICYC, "check", policy)),
        Process("a module of `compile --to python`, imported, and a decision", ("-c", first)),
        Process(
            "the same as a program, one case of JSON",
            ("-m", module),
            json.dumps({"ask": _ASK, **_CASE}),
        ),
    )
    for process in processes:
        _run(process)
    times = medians(*(lambda process=process: _run(process) for process in processes))
    bare, helped, checked = times[:3]
    typer = {3: helped, 4: checked}
    rows = [
        [
            process.name,
            duration(time),
            duration(time - bare) if time > bare else "",
            ratio(time, typer[place]) if place in typer else "",
        ]
        for place, (process, time) in enumerate(zip(processes, times, strict=True))
    ]
    return _ABOUT + "\n" + table(["process", "takes", "over Python", "× typer"], rows)


def _run(process: Process) -> None:
    """Runs a process to its end, which has to be a good one."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(CACHE), *filter(None, sys.path)]),
        "PYTHONPYCACHEPREFIX": str(CACHE / "bytecode"),
        "PYTHONIOENCODING": "utf-8",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(  # noqa: S603  # the benchmarks' own programs
        [sys.executable, *process.arguments],
        input=process.stdin.encode(),
        capture_output=True,
        check=True,
        env=environment,
    )


def _compiled(path: Path) -> str:
    """The name of the module that a policy was compiled to, in the cache folder."""
    (policy,) = (d.policy for d in open_project([path]).documents if d.policy is not None)
    CACHE.mkdir(exist_ok=True)
    name = f"compiled_{policy.name}"
    (CACHE / f"{name}.py").write_text(module_text(policy), encoding="utf-8")
    return name
