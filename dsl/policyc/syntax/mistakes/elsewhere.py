"""Words that other languages, and people, have for what this language calls otherwise."""

import re

from policyc.diagnostics.catalogue import reading
from policyc.diagnostics.diagnostic import Diagnostic, Fix
from policyc.source import Span
from policyc.syntax.mistakes.standstill import Standstill

_WORDS_ELSEWHERE = {
    "WHEN": "if where whenever 如果 若 如 假如 一旦",
    "THEN": "so 那么 那 就",
    "UNLESS": "except but 但 除外",
    "OTHERWISE": "else 不然",
    "ALLOW": "permit may can grant 可以 可 准许 准予",
    "FORBID": "deny prohibit ban disallow block never 从不 绝不 不得 不可 不准 不能 不许 严禁",
    "REQUIRE": "must shall oblige need 应当 应 须 必须 需要",
    "RECOMMEND": "should advise suggest 宜 推荐",
    "DISCOURAGE": "avoid 避免 不建议 不应",
    "LIMIT": "cap restrict 限 限于",
    "VBAR": "or 或 或者 / and 和 且",
    "AND": "& && 和 与 以及 同时",
    "OR": "| ||",
    "COMMA": "; ； and 和 且",
    "COLON": "= ; ；",
    "NOT": "! 没有 未",
    "EQUAL": "== : is are equals 是 等于 为",
    "NOT_EQUAL": "<> !== 不等于",
    "LESSTHAN": "below under less 小于 少于 低于 不足 不满",
    "LESS_EQUAL": "=< 不超过 不大于 不多于 至多 最多",
    "MORETHAN": "above over exceeds more greater 大于 超过 多于 高于",
    "MORE_EQUAL": "=> 不小于 不少于 至少 达到",
    "IN": "between among 属于 介于",
    "RANGE": "to - ~ ～ — – 至 到",
    "UNTIL": "to till - 至 到",
    "TO": "到 为",
    "FROM": "since 自 自从",
    "AFTER": "from since 从 后",
    "WITHIN": "before in 内 在",
    "ANY": "all every everyone anyone * 所有 全部 一切",
    "FOR_EACH": "each per 各",
    "PER_DAY": "day 天 日",
    "PER_WEEK": "week 周",
    "PER_MONTH": "month 月",
    "YES": "true 真",
    "NO": "false 假",
    "ALLOWED": "ok permitted yes 可以 准许",
    "FORBIDDEN": "prohibited denied banned no 不得 不允许",
    "REQUIRED": "must mandatory 应当 要求",
    "SILENT": "nothing none 无规定",
    "CITE": "see 见 参见 来源",
    "BECAUSE": "since as 由于",
}
"""Per terminal, what else people write for it. A word may stand for several: the place decides."""

_NUMBERS = {
    **{word: str(number) for number, word in enumerate("一二三四五六七八九十", start=1)},
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10",
}  # fmt: skip

_COMPARED = {
    "more than": "MORETHAN", "greater than": "MORETHAN", "later than": "MORETHAN",
    "less than": "LESSTHAN", "fewer than": "LESSTHAN", "earlier than": "LESSTHAN",
    "at least": "MORE_EQUAL", "no less than": "MORE_EQUAL", "not less than": "MORE_EQUAL",
    "at most": "LESS_EQUAL", "no more than": "LESS_EQUAL", "not more than": "LESS_EQUAL",
    "up to": "LESS_EQUAL", "not": "NOT_EQUAL",
}  # fmt: skip
_COMPARISON = re.compile(rf"(?:is|was|are)?\s*\b({'|'.join(_COMPARED)})\b".replace(" ", r"\s+"))

_SEMICOLONS = (";", "；")

_TERMINALS: dict[str, list[str]] = {}
for _terminal, _others in _WORDS_ELSEWHERE.items():
    for _word in _others.split():
        _TERMINALS.setdefault(_word, []).append(_terminal)


def word_from_elsewhere(stop: Standstill) -> Diagnostic | None:
    """The finding for a word that this language has another one for."""
    if stop.found.text in _SEMICOLONS and stop.found_ends_line():
        return None
    return replaced(stop, stop.found.span)


def comparison_in_words(stop: Standstill) -> Diagnostic | None:
    """The finding for `is more than`, which is a sign here."""
    source, start = stop.found.source, stop.found.start
    match = _COMPARISON.match(source.text, start)
    if match is None:
        return None
    terminal = _COMPARED[" ".join(match[1].split())]
    span = Span(source, start, match.end())
    return misspelt(span, stop.in_script(terminal)) if terminal in stop.accepted else None


def replaced(stop: Standstill, span: Span) -> Diagnostic | None:
    """The finding for a span whose text is a word elsewhere and another one here."""
    text = span.text
    terminal = next((t for t in _TERMINALS.get(text, ()) if t in stop.accepted), None)
    if terminal is not None:
        return misspelt(span, stop.in_script(terminal))
    if text in _NUMBERS and "NUMBER" in stop.accepted:
        return misspelt(span, _NUMBERS[text])
    return None


def misspelt(span: Span, suggestion: str) -> Diagnostic:
    """The finding for a text in whose place another was meant."""
    arguments = {"word": span.text, "suggestion": suggestion}
    return Diagnostic(
        reading.MISSPELT_WORD, span, arguments, fix=Fix(span, _apart(span, suggestion))
    )


def _apart(span: Span, suggestion: str) -> str:
    """A suggestion with the spaces that keep it apart from the words around it."""
    text = span.source.text
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return (
        " " * _is_one_word(before, suggestion[:1])
        + suggestion
        + " " * _is_one_word(suggestion[-1:], after)
    )


def _is_one_word(left: str, right: str) -> bool:
    return bool(_TWO.fullmatch(left + right))


_TWO = re.compile(r"\w\w")
