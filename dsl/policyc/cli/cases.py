"""Many cases for `policyc decide`: lines in, lines out, in constant memory."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

import typer

from policyc.cli.exits import Exit
from policyc.cli.findings import rendered
from policyc.cli.input import STANDARD_INPUT
from policyc.cli.output import remark
from policyc.cli.progress import progress
from policyc.decide.findings import CaseError, Findings, finding
from policyc.decide.point import DecisionPoint
from policyc.decide.stream import LineDecider
from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped
from policyc.diagnostics.words import COLON, SEVERITY

CHUNK = 1 << 18
"""Bytes read at once."""

LONGEST = 1 << 22
"""Bytes that a line may have."""


def decide_lines(point: DecisionPoint, name: str, asked: str | None, language: Language) -> Exit:
    """Writes the decision on each case of a file; says which lines are no cases, and goes on."""
    run = _Run(LineDecider(point, language, asked), name, language)
    with ExitStack() as stack:
        stream, chunks = _opened(name, language, stack)
        label = {"en": "deciding", "zh": "判断"}[language]
        tick = stack.enter_context(progress(label, chunks)) if chunks else lambda: None
        for lines in _lines(stream, tick):
            run.decide(lines)
    return Exit.FINDINGS if run.failed else Exit.OK


def _opened(name: str, language: Language, stack: ExitStack) -> tuple[BinaryIO, int]:
    """A stream of bytes, and in how many chunks it comes; 0 where nobody knows."""
    if name == STANDARD_INPUT:
        return sys.stdin.buffer, 0
    try:
        stream = stack.enter_context(Path(name).open("rb"))  # noqa: SIM115  # the caller's stack does
        return stream, -(-Path(name).stat().st_size // CHUNK)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        unreadable = finding(reading.UNREADABLE_FILE, path=name, reason=reason)
        remark(rendered([unreadable], "text", language).rstrip("\n"))
        raise typer.Exit(Exit.USAGE) from None


def _lines(stream: BinaryIO, tick: Callable[[], None]) -> Iterator[list[bytes | None]]:
    """The lines of a stream as they come, some at once; `None` for one that is too long."""
    rest, skipping = b"", False
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    while chunk := read(CHUNK):
        tick()
        found: list[bytes | None] = [*(rest + chunk).split(b"\n")]
        rest = found.pop() or b""
        if skipping and found:
            found[0], skipping = None, False
        if skipping or len(rest) > LONGEST:
            rest, skipping = b"", True
        if found:
            yield found
    if rest or skipping:
        yield [None if skipping else rest]


class _Run:
    """One file being decided; `failed` says whether a line was no case."""

    def __init__(self, decider: LineDecider, name: str, language: Language) -> None:
        self._answer = decider.answer
        self._name = "<stdin>" if name == STANDARD_INPUT else name
        self._language: Language = language
        self._number = 0
        self.failed = False

    def decide(self, lines: list[bytes | None]) -> None:
        """Writes the decisions on some lines, in their order; blank ones have none."""
        answers: list[str] = []
        answer = self._answer
        for number, line in enumerate(lines, start=self._number + 1):
            try:
                text = self._text(number, line) if line is None or number == 1 else line.decode()
                stripped = text.strip()
                if stripped:
                    answers.append(answer(stripped))
            except CaseError as error:
                self._refuse(number, error.findings)
            except UnicodeDecodeError as error:
                place = f"{self._name}:{number}"
                wrong = finding(reading.NOT_UTF8, path=place, offset=str(error.start))
                self._refuse(number, (wrong,))
        self._number += len(lines)
        if answers:
            sys.stdout.write("\n".join(answers) + "\n")
            sys.stdout.flush()

    def _text(self, number: int, line: bytes | None) -> str:
        """The text of the first line, which may begin with a mark of byte order, or of none."""
        if line is None:
            place, limit = f"{self._name}:{number}", f"{LONGEST >> 20} MiB"
            raise CaseError((finding(reading.TOO_LARGE, path=place, limit=limit),))
        return line.decode("utf-8-sig")

    def _refuse(self, number: int, findings: Findings) -> None:
        self.failed = True
        for found in findings:
            head = f"{self._name}:{number}: {SEVERITY[self._language][found.severity]}"
            message = escaped(found.message(self._language))
            remark(f"{escaped(head)}[{found.code.name}]{COLON[self._language]}{message}")
