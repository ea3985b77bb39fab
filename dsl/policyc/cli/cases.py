"""Many cases for `policyc decide`: lines in, lines out, in constant memory."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from policyc.cli.exits import Exit
from policyc.cli.findings import rendered
from policyc.cli.input import STANDARD_INPUT, standard_input
from policyc.cli.output import flush, remark, write
from policyc.cli.progress import progress
from policyc.cli.tally import Tally
from policyc.decide.findings import CaseError, Findings, finding
from policyc.decide.point import DecisionPoint
from policyc.decide.refusal_json import refusal_line
from policyc.decide.stream import LineDecider
from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.system import why
from policyc.diagnostics.terminal import escaped
from policyc.diagnostics.words import COLON, SEVERITY

CHUNK = 1 << 18
"""Bytes read at once."""

LONGEST = 1 << 22
"""Bytes that a line may have."""


def decide_lines(
    point: DecisionPoint,
    name: str,
    asked: str | None,
    language: Language,
    tally: Tally | None = None,
) -> Exit:
    """Writes a line for each case of a file: the decision, or why there is none.

    The latter is said on standard error too; so is the tally, where one is wanted, at the end.
    """
    run = _Run(LineDecider(point, language, asked), name, language, tally)
    try:
        with ExitStack() as stack:
            stream, chunks = _opened(name, stack)
            label = {"en": "deciding", "zh": "判断"}[language]
            tick = stack.enter_context(progress(label, chunks)) if chunks else lambda: None
            for lines in _lines(stream, tick):
                run.decide(lines)
    except _UnreadableError as error:
        unreadable = finding(reading.UNREADABLE_FILE, path=name, reason=error.reason)
        remark(rendered([unreadable], "text", language).rstrip("\n"))
        return Exit.USAGE
    for line in tally.lines(language) if tally else ():
        remark(line)
    return Exit.FINDINGS if run.failed else Exit.OK


class _UnreadableError(Exception):
    """The file of cases could not be read to its end."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.reason = why(error)


def _opened(name: str, stack: ExitStack) -> tuple[BinaryIO, int]:
    """A stream of bytes, and in how many chunks it comes; 0 where nobody knows."""
    try:
        if name == STANDARD_INPUT:
            return standard_input(), 0
        stream = stack.enter_context(Path(name).open("rb"))  # noqa: SIM115  # the caller's stack does
        return stream, -(-Path(name).stat().st_size // CHUNK)
    except OSError as error:
        raise _UnreadableError(error) from None


def _lines(stream: BinaryIO, tick: Callable[[], None]) -> Iterator[list[bytes | None]]:
    """The lines of a stream as they come, some at once; `None` for one that is too long."""
    rest, skipping = b"", False
    while chunk := _chunk(stream):
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


def _chunk(stream: BinaryIO) -> bytes:
    """What has come in by now; waits only where there is nothing."""
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    try:
        return read(CHUNK)
    except OSError as error:
        raise _UnreadableError(error) from None


_HELP: Mapping[Language, str] = {"en": " ({})", "zh": "（{}）"}


class _Run:
    """One file being decided; `failed` says whether a line was no case."""

    def __init__(
        self, decider: LineDecider, name: str, language: Language, tally: Tally | None
    ) -> None:
        self._answer = decider.answer
        self._tally = tally
        self._name = "<stdin>" if name == STANDARD_INPUT else name
        self._language: Language = language
        self._number = 0
        self.failed = False

    def decide(self, lines: list[bytes | None]) -> None:
        """Writes the decisions on some lines, in their order; blank ones have none."""
        answers: list[str] = []
        answer = self._answer
        for number, line in enumerate(lines, start=self._number + 1):
            stripped = ""
            try:
                text = self._text(number, line) if line is None or number == 1 else line.decode()
                stripped = text.strip()
                if stripped:
                    answers.append(answer(stripped))
            except CaseError as error:
                answers.append(self._refused(number, stripped, error.findings))
            except UnicodeDecodeError as error:
                place = f"{self._name}:{number}"
                wrong = finding(reading.NOT_UTF8, path=place, offset=str(error.start))
                answers.append(self._refused(number, "", (wrong,)))
        self._number += len(lines)
        if self._tally is not None:
            for answered in answers:
                self._tally.add(answered)
        if answers:
            write("\n".join(answers) + "\n")
            flush()

    def _text(self, number: int, line: bytes | None) -> str:
        """The text of the first line, which may begin with a mark of byte order, or of none."""
        if line is None:
            place, limit = f"{self._name}:{number}", f"{LONGEST >> 20} MiB"
            raise CaseError((finding(reading.TOO_LARGE, path=place, limit=limit),))
        return line.decode("utf-8-sig")

    def _refused(self, number: int, line: str, findings: Findings) -> str:
        """What takes the decision's place, after the same was said on standard error."""
        self.failed = True
        for found in findings:
            head = f"{self._name}:{number}: {SEVERITY[self._language][found.severity]}"
            help_ = found.help(self._language)
            said = found.message(self._language) + (
                _HELP[self._language].format(help_) if help_ else ""
            )
            remark(f"{escaped(head)}[{found.code.name}]{COLON[self._language]}{escaped(said)}")
        return refusal_line(number, line, findings, self._language)
