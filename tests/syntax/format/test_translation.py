"""Words, units and types in each script."""

import pytest

from policyc.source import Source
from policyc.syntax.format.checked import formatted
from policyc.syntax.words import Script


def translated(text: str, script: Script) -> str:
    result = formatted(Source("a", text), script=script)
    assert result.text is not None
    return result.text.rstrip("\n")


@pytest.mark.parametrize(
    ("typed", "english", "chinese"),
    [
        ("16 days", "16 days", "16天"),
        ("16日", "16 days", "16天"),
        ("1 days", "1 day", "1天"),
        ("72 hours", "72h", "72小时"),
        ("1 hour", "1h", "1小时"),
        ("30分钟", "30min", "30分钟"),
        ("6 months", "6 months", "6个月"),
        ("1个月", "1 month", "1个月"),
        ("3 year", "3 years", "3年"),
        ("2周", "2 weeks", "2周"),
        ("5_000元", "5_000 CNY", "5_000元"),
        ("5 USD", "5 USD", "5 USD"),
        ("￥5000", "¥5000", "¥5000"),
        ("$5", "$5", "$5"),
        ("30%", "30%", "30%"),
        ("30% of b", "30% of b", "30% 的 b"),
        ("20：00", "20:00", "20:00"),
        ("2025-03-31", "2025-03-31", "2025-03-31"),
        ("yes", "yes", "是"),
        ("3", "3", "3"),
    ],
)
def test_a_value_is_written(typed: str, english: str, chinese: str) -> None:
    assert translated(f"assume a = {typed}", "en") == f"assume a = {english}"
    assert translated(f"assume a = {typed}", "zh") == f"假定 a = {chinese}"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("days", "天"),
        ("hours", "小时"),
        ("minutes", "分钟"),
        ("months", "月"),
        ("years", "年"),
        ("CNY", "元"),
        ("count", "次数"),
        ("number", "数"),
        ("percent", "百分比"),
        ("date", "日期"),
        ("weekday", "星期"),
        ("yes/no", "是/否"),
        ("time of day", "时刻"),
        ("lender", "lender"),
        ("USD", "USD"),
    ],
)
def test_a_type_is_written(english: str, chinese: str) -> None:
    for typed in (english, chinese):
        assert translated(f"fact a: {typed}", "en") == f"fact a: {english}"
        assert translated(f"fact a: {typed}", "zh") == f"事实 a: {chinese}"


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("limit a to 3 per day for each b", "限制 a 至 3 次 每日 每个 b"),
        ("limit a to 7 in any 7 days", "限制 a 至 7 次 任意 7天"),
        ("require a within 5 days of b", "要求 a 不迟于 5天 自 b"),
        ("require a every 1 year", "要求 a 每 1年"),
        ("require a and b for c", "要求 a 且 b 才可 c"),
        ("forbid a(not b | c, d = any, same e)", "禁止 a(非 b | c, d = 任何, 同一 e)"),
        ("assume a not in {b} or c from 1 to 2", "假定 a 不在 {b} 或 c 从 1 至 2"),
        ("assume a not in b..c", "假定 a 不在 b..c"),
        ("assume count(a, since b) > days_since(c)", "假定 次数(a, 自从 b) > 距今天数(c)"),
        ("assume since(a) > 1h and stage >= b", "假定 距今(a) > 1小时 且 阶段 >= b"),
        ("prove a is never silent unless b", "证明 a 是 从不 未规定 除非 b"),
        ("fact a: yes/no, by judgement", "事实 a: 是/否, 凭判断"),
    ],
)
def test_a_sentence_is_translated_both_ways(english: str, chinese: str) -> None:
    assert translated(english, "zh") == chinese
    assert translated(chinese, "en") == english
    assert translated(english, "en") == english
    assert translated(chinese, "zh") == chinese
