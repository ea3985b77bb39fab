"""The program: cases come in, one a line, and decisions go out, one a line."""

from __future__ import annotations

import sys

from policyc.engines.python.standalone.numbers import LONGEST
from policyc.engines.python.standalone.values import CaseError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

BROKEN = {"en": "this line is no JSON object", "zh": "此行不是 JSON 对象"}
RESERVED = ("ask", "id")
"""What is no fact."""

HISTORY = ("now", "history")
"""What policyc derives counts and elapsed times from."""


def main(decide: Callable[[str, dict[str, Any]], dict[str, Any]]) -> int:
    """Decides each case of standard input, whose action is under `ask`.

    A case is a JSON object on a line of its own; its `id`, if it has one, comes back with the
    answer. What is wrong with a case is said in its place, and the exit code is 2 then.
    """
    import json  # noqa: PLC0415  # whoever imports the module may not need it

    language = "zh" if sys.argv[1:] == ["--lang", "zh"] else "en"
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # it is a real file
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # it is a real file
    status = 0
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        own: dict[str, Any] = {}
        try:
            case = json.loads(line, parse_float=plain, object_pairs_hook=once)
            own = named(case)
            answer = decide(*asked(case))
        except CaseError as error:
            answer = {"line": number, "error": error.zh if language == "zh" else str(error)}
            status = 2
        except (ValueError, RecursionError):
            answer, status = {"line": number, "error": BROKEN[language]}, 2
        sys.stdout.write(json.dumps({**own, **answer}, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return status


def asked(case: Any) -> tuple[str, dict[str, Any]]:
    """The action that a case asks about, and its facts. Raises `CaseError`."""
    if not isinstance(case, dict):
        raise CaseError(BROKEN["en"], BROKEN["zh"])
    if not isinstance(case.get("ask"), str):
        raise CaseError('`ask` names the action: "ask": "…"', '“ask”应为要问的行为："ask": "…"')
    if any(key in case for key in HISTORY):
        raise CaseError(
            "nothing is derived from a history here: state the counts and times themselves",
            "此程序不从历史记录推算：请直接给出次数和时间",
        )
    return case["ask"], {key: value for key, value in case.items() if key not in RESERVED}


def named(case: Any) -> dict[str, Any]:
    """What a case calls itself, as the answer says it."""
    return {"id": case["id"]} if isinstance(case, dict) and "id" in case else {}


def plain(text: str) -> str:
    """A JSON number with a point or an exponent, as it is or with the exponent written out."""
    if "e" not in text.lower():
        return text
    from decimal import Decimal  # noqa: PLC0415  # hardly any number has an exponent

    number = Decimal(text)
    return f"{number:f}" if abs(number.adjusted()) <= LONGEST else text


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object whose keys stand there once. Raises `CaseError`."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise CaseError("a key stands there twice", "同一个键出现了两次")
    return found
