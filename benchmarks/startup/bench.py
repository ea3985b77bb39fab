"""Starting: how long whole processes take, from a cache of byte code."""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

import attrs

from benchmarks.environments import CACHE
from benchmarks.measuring import ROUNDS, duration, ratio, table
from benchmarks.startup import many
from policyc.engines.python.module import module_text
from policyc.library.project import open_project
from policyc.resources import library_folder

_ABOUT = """\
## Starting

Whole processes, with byte code cached and the parser's tables too: the processor time that they
take, and over bare Python. `policyc` is compared with the smallest typer program, which has one
command.
"""
_MANY = """\
A folder of {platforms:,} generated platforms with {rules:,} rules in all, `policyc compare`d in one
process: {first} the first time, with an empty cache, and {again} again.
"""

_TYPER = str(Path(__file__).parent / "smallest_typer.py")
_POLICY = "tianxing"
_POLICYC = "from policyc.cli.main import main; main()"
_ASK = "contact(borrower, phone)"
_CASE = {"overdue": 20, "time": "21:00", "identified": True, "purpose_stated": True}
_BARE, _HELPED, _CHECKED = 0, 1, 2
_AGAINST = {3: _HELPED, 4: _CHECKED}
"""Which process each of ours is compared with."""


@attrs.frozen
class Process:
    """A process: what it is called, its arguments after Python's, what it reads, where it runs."""

    name: str
    arguments: tuple[str, ...]
    stdin: str = ""
    cache: Path | None = None

    def run(self) -> tuple[float, str]:
        """The processor time that it takes to end well, in seconds, and what it printed."""
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(CACHE), *filter(None, sys.path)]),
            "PYTHONPYCACHEPREFIX": str(CACHE / "bytecode"),
            "PYTHONIOENCODING": "utf-8",
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if self.cache is not None:
            environment["POLICYC_CACHE"] = str(self.cache)
        before = _children()
        done = subprocess.run(  # noqa: S603  # the benchmarks' own programs
            [sys.executable, *self.arguments],
            input=self.stdin.encode(),
            capture_output=True,
            check=True,
            env=environment,
        )
        return _children() - before, done.stdout.decode()


def _children() -> float:
    """The processor time of all processes that have ended, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def section() -> str:
    """The section of the report."""
    processes = _processes()
    for process in processes:
        process.run()
    rounds = [[process.run()[0] for process in processes] for _ in range(ROUNDS)]
    times = [median(of_one) for of_one in zip(*rounds, strict=True)]
    rows = [
        [
            process.name,
            duration(time),
            duration(time - times[_BARE]) if time > times[_BARE] else "",
            ratio(time, times[_AGAINST[place]]) if place in _AGAINST else "",
        ]
        for place, (process, time) in enumerate(zip(processes, times, strict=True))
    ]
    heading = ["process", "takes", "over Python", "× typer"]
    return "\n".join([_ABOUT, table(heading, rows), "", _many()])


def _processes() -> list[Process]:
    policy = str(library_folder() / f"{_POLICY}.policy")
    module = _compiled(Path(policy))
    first = f"import {module}; {module}.decide({_ASK!r}, {_CASE!r})"
    case = json.dumps({"ask": _ASK, **_CASE})
    return [
        Process("bare Python", ("-c", "pass")),
        Process("the smallest typer program, `--help`", (_TYPER, "--help")),
        Process("the smallest typer program, its command", (_TYPER, policy)),
        Process("`policyc --help`", ("-c", _POLICYC, "--help")),
        Process("`policyc check` of a real policy", ("-c", _POLICYC, "check", policy)),
        Process("a module of `compile --to python`, imported, and a decision", ("-c", first)),
        Process("the same as a program, one case of JSON", ("-m", module), case),
    ]


def _many(platforms: int = many.PLATFORMS) -> str:
    """How long many files take to be compared, as a sentence."""
    cache = CACHE / "emptied"
    shutil.rmtree(cache, ignore_errors=True)
    arguments = ("-c", _POLICYC, "compare", str(many.folder(platforms)))
    times = []
    for _ in range(2):
        time, said = Process("compare", arguments, cache=cache).run()
        times.append(time)
        if not said.startswith(f"{platforms} policies compared"):
            raise RuntimeError(said[:100])
    first, again = map(duration, times)
    rules = platforms * many.RULES
    return _MANY.format(platforms=platforms, rules=rules, first=first, again=again).rstrip()


def check() -> None:
    """Runs each process once. Raises where one fails or says something else than it should."""
    _many(3)
    *_, said = (process.run()[1] for process in _processes())
    if json.loads(said)["verdict"] != "forbidden":
        raise RuntimeError(said)


def _compiled(path: Path) -> str:
    """The name of the module that a policy was compiled to, in the cache folder."""
    (policy,) = (d.policy for d in open_project([path]).documents if d.policy is not None)
    CACHE.mkdir(exist_ok=True)
    name = f"compiled_{policy.name}"
    (CACHE / f"{name}.py").write_text(module_text(policy), encoding="utf-8")
    return name
