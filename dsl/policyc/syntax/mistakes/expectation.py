"""What may stand at a place, in words that a reader of policies understands."""

from collections.abc import Iterator, Mapping

from policyc.diagnostics.diagnostic import Language
from policyc.syntax.acceptance import END, Acceptance
from policyc.syntax.mistakes.standstill import LANGUAGES, written
from policyc.syntax.words import Words

_MOST = 6

_VALUES = frozenset(
    ("NAME", "NUMBER", "TIME", "DATE", "CURRENCY_SIGN", "COUNT", "SINCE", "DAYS_SINCE", "EVER",
     "STAGE", "YES", "NO", "LPAR", "MINUS")
)  # fmt: skip
_LITERALS = frozenset(("NUMBER", "TIME", "DATE", "CURRENCY_SIGN", "MINUS"))
_COMPARATORS = frozenset(("EQUAL", "NOT_EQUAL", "LESSTHAN", "LESS_EQUAL", "MORETHAN", "MORE_EQUAL"))
_EFFECTS = frozenset(("ALLOW", "FORBID", "REQUIRE", "DISCOURAGE", "RECOMMEND", "LIMIT"))
_VERDICTS = frozenset(
    ("ALLOWED", "FORBIDDEN", "REQUIRED", "DISCOURAGED", "RECOMMENDED", "SILENT", "CONFLICT",
     "UNDETERMINED")
)  # fmt: skip
_ARITHMETIC = frozenset(("PLUS", "MINUS", "STAR", "SLASH"))
_NOTHING: Mapping[Language, str] = {"en": "", "zh": ""}

_TOGETHER: tuple[tuple[frozenset[str], Mapping[Language, str]], ...] = (
    (
        _VALUES,
        {
            "en": "a name or a value like `72h` or `20:00`",
            "zh": "名称，或`72小时`、`20:00`这样的值",
        },
    ),
    (_LITERALS, {"en": "a value like `72h` or `20:00`", "zh": "`72小时`、`20:00`这样的值"}),
    (_COMPARATORS, {"en": "a comparison like `>=`", "zh": "`>=`等比较"}),
    (_EFFECTS, {"en": "an effect like `allow` or `forbid`", "zh": "`允许`、`禁止`等效果"}),
    (_VERDICTS, {"en": "a verdict like `allowed`", "zh": "`允许`、`禁止`等结论"}),
    (_ARITHMETIC, _NOTHING),
)
"""Terminals that are told together where all of them may stand."""

_ALONE: Mapping[str, Mapping[Language, str]] = {
    "NAME": {"en": "a name", "zh": "名称"},
    "STRING": {"en": "a text in quotes", "zh": "引号中的文字"},
    "NUMBER": {"en": "a number", "zh": "数字"},
    "TIME": {"en": "a time like `20:00`", "zh": "`20:00`这样的时刻"},
    "DATE": {"en": "a date like `2025-03-31`", "zh": "`2025-03-31`这样的日期"},
    "UNIT": {"en": "a unit like `days`", "zh": "`天`等单位"},
    "TYPE": {"en": "a type like `days` or `CNY`", "zh": "`天`、`元`等类型"},
    "CURRENCY_SIGN": {"en": "an amount of money", "zh": "金额"},
}
_END: Mapping[Language, str] = {"en": "the end of the statement", "zh": "语句结尾"}

_FIRST = ("THEN", "COLON", "TO", "RANGE", "IS", "AFTER", "BECAUSE", "RPAR", "RBRACE", "VBAR")
"""What is most often wanted where it may stand."""

_GAP: Mapping[Language, str] = {"en": ", ", "zh": "、"}
_MORE: Mapping[Language, str] = {"en": ", …", "zh": "等"}


def expectation(accepted: Acceptance, words: Words) -> Mapping[Language, str]:
    """What may stand here, a few kinds of it, in both languages."""
    parts = list(_parts(set(accepted), words))
    cut = len(parts) > _MOST
    return {
        language: _GAP[language].join(part[language] for part in parts[:_MOST])
        + (_MORE[language] if cut else "")
        for language in LANGUAGES
    }


def _parts(left: set[str], words: Words) -> Iterator[Mapping[Language, str]]:
    yield from (_word(t, words) for t in _FIRST if t in left)
    left.difference_update(_FIRST)
    for together, told in _TOGETHER:
        if together <= left:
            left -= together
            if told is not _NOTHING:
                yield told
    yield from (told for terminal, told in _ALONE.items() if terminal in left)
    left.difference_update(_ALONE)
    yield from (_word(t, words) for t in sorted(left - {END}))
    if END in left:
        yield _END


def _word(terminal: str, words: Words) -> Mapping[Language, str]:
    word = written(terminal, words)
    return {language: f"`{word[language]}`" for language in LANGUAGES}
