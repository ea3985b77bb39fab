"""How a text falls into documents and statements, and where their nodes stand."""

import pytest

from policyc.source import Source
from policyc.syntax import nodes as n
from policyc.syntax.parse import parse, parse_facts, parse_query
from tests.syntax.shapes import item, shape


def documents(text: str) -> tuple[n.Document, ...]:
    file, findings = parse(Source("a.policy", text))
    assert findings == ()
    assert not file.broken
    return file.documents


def headings(text: str) -> list[str]:
    return [shape(document.heading) for document in documents(text)]


def test_one_rule_is_a_document_without_a_heading() -> None:
    (document,) = documents("when overdue >= 16 then allow contact(emergency)")
    assert document.heading is None
    assert len(document.items) == 1


def test_a_heading_begins_a_document() -> None:
    text = 'allow a\nvocabulary v\npolicy p "P" allow b\nscenarios s'
    assert headings(text) == [
        "-",
        "(Heading vocabulary v)",
        '(Heading policy p "P")',
        "(Heading scenarios s)",
    ]
    assert [len(document.items) for document in documents(text)] == [1, 0, 1, 0]


def test_layout_carries_no_meaning() -> None:
    spread = 'rule\n  r\n "t" :\n when a and\n not b\nthen\nforbid\n c cite\nlaw'
    assert item(spread) == item('rule r "t": when a and not b then forbid c cite law')


def test_statements_need_no_lines_of_their_own() -> None:
    (document,) = documents("kind k: a, b action c (k) stages of x: a: 1..2 b: 3..4 allow c")
    kinds = [type(found) for found in document.items]
    assert kinds == [n.KindDeclaration, n.ActionDeclaration, n.Stages, n.Rule]


def test_both_scripts_say_the_same_and_may_mix() -> None:
    chinese = '规则 r "t": 当 a 且 非 b 则 禁止 c 除非 d 否则 允许 c 依据 law "1"'
    english = 'rule r "t": when a and not b then forbid c unless d otherwise allow c cite law "1"'
    mixed = 'rule r "t"：当 a and 非 b 则 forbid c 除非 d 否则 allow c 依据 law “1”'
    assert item(chinese) == item(english) == item(mixed)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("主体 a", "subject a"),
        ("种类 a：b、c", "kind a: b, c"),
        ("行为 a（b）", "action a (b)"),
        ("行为 a, 由借款人", "action a, by borrower"),
        ("事实 a: 是/否, 凭判断", "fact a: yes/no, by judgement"),
        ("事实 a: 时刻", "fact a: time of day"),
        ("生效 2025-01-01 直至 2026-01-01", "effective 2025-01-01 until 2026-01-01"),
        ("须符合 a", "subject to a"),
        ('来源 a 日期 2025-01-01 网址 "u" 转述', 'source a dated 2025-01-01 at "u" secondary'),
        ("设定 a 未定", "set a unspecified"),
        ("限制 a 至 3 次 每天 每笔 b", "limit a to 3 per day for each b"),
        ("要求 a 才可 b", "require a for b"),
        ("假定 次数(a, 今天) < 1", "assume count(a, today) < 1"),
        ("假定 a 或者 发生过(a(同一 b))", "assume a or ever(a(same b))"),
        ("假定 a 从 20:00 至 08:00", "assume a from 20:00 to 08:00"),
        ("假定 a 非 在 {b} 并且 阶段 = c", "assume a not in {b} and stage = c"),
        ("假定 a < 30% 的 b", "assume a < 30% of b"),
        ("证明 a 是 从不 允许", "prove a is never allowed"),
        ('测试 "t": 给定 a = 是 预期 b 未规定', 'test "t": given a = yes expect b silent'),
    ],
)  # fmt: skip
def test_a_chinese_statement_is_its_english_one(chinese: str, english: str) -> None:
    assert item(chinese) == item(english)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("limit a to 3 daily", "limit a to 3 times per day"),
        ("limit a to 3 weekly", "limit a to 3 per   week"),
        ("require a within 5 days after b", "require a within 5 days of b"),
        ("fact a: days 1..7", "fact a: days from 1 to 7"),
        ("stages of a: b: 1..2, c: 3..4", "stages of a: b: 1..2 c: 3..4"),
        ("assume a × 2 ≤ 3", "assume a * 2 <= 3"),
    ],
)
def test_some_things_are_said_in_two_ways(one: str, other: str) -> None:
    assert item(one) == item(other)


@pytest.mark.parametrize(
    "text",
    [
        "rule rule: allow allow",
        "rule when: allow then",
        "policy policy",
        "kind kind: rule, test, any",
        "fact count: days",
        "subject days",
        "define stage: a",
        "set when = 3",
        "stages of from: to: 1..2, test: 3..4",
        'term test "测试": days',
        'test "t": expect expect allowed',
    ],
)
def test_no_word_is_reserved_where_a_name_has_to_stand(text: str) -> None:
    assert documents(text)


def test_a_verdict_may_be_a_cell_in_both_scripts() -> None:
    chinese = '表格 "t":\n  | a | p |\n  | 1 | 禁止 |\n  | 2 | 允许 |\n允许 b'
    (document,) = documents(chinese)
    table, rule = document.items
    assert shape(table) == (
        '(Table "t" [] [(Row [(Cell a) (Cell p)]) (Row [(Cell 1) (Cell (Verdict forbidden))]) '
        "(Row [(Cell 2) (Cell (Verdict allowed))])])"
    )
    assert shape(rule) == "(Rule - - [(Permission (Pattern b))])"


def test_a_verdict_does_not_take_the_next_statement_s_word() -> None:
    (document,) = documents("采用 a\n允许 b")
    assert [type(found) for found in document.items] == [n.Uses, n.Rule]


def test_currencies_are_units_wherever_a_unit_may_stand() -> None:
    assert item("set a from 5 USD to 9 EUR") == "(SetTerm a - (Range 5:USD 9:EUR no))"
    stages = "(Stages x [(StageRange a - (Range 1 2:USD yes)) (StageRange b - (Range 3 4 yes))])"
    assert item("stages of x: a: 1..2 USD b: 3..4") == stages


def test_nodes_know_their_places() -> None:
    text = 'rule r "t":\n  when (a or b) and c\n  then forbid d(any)  # why\n  cite law "1"\n'
    (document,) = documents(text)
    (rule,) = document.items
    assert isinstance(rule, n.Rule)
    assert isinstance(rule.when, n.Conjunction)
    assert rule.head is not None
    spans = [rule.span, rule.head.span, rule.when.span, rule.when.parts[0].span]
    assert [span.text.split("\n")[0] for span in spans] == [
        'rule r "t":',
        'rule r "t":',
        "(a or b) and c",
        "(a or b)",
    ]
    assert rule.effects[0].span.text == "forbid d(any)"
    assert rule.cites[0].span.text == 'cite law "1"'
    assert document.span == rule.span


def test_where_a_node_stands_takes_no_part_in_equality() -> None:
    (first,) = documents("allow a")
    (second,) = documents("# a remark\n  allow   a")
    assert first == second
    assert first.span != second.span


def test_facts_and_a_question_are_read_alone() -> None:
    facts, wrong = parse_facts(Source("given", "overdue = 20, unreachable = 73h, identified"))
    assert (shape(facts), wrong) == (
        "(Given [(Comparison [overdue 20] [=]) (Comparison [unreachable 73:h] [=]) identified])",
        (),
    )
    question, wrong = parse_query(Source("ask", "contact(emergency, phone)"))
    assert wrong == ()
    assert question is not None
    assert question.pattern.name.text == "contact"


@pytest.mark.parametrize("text", ["contact(a) forbid b", "contact(a), b", "contact(a", "", "# x"])
def test_a_question_is_one_pattern_and_nothing_else(text: str) -> None:
    question, findings = parse_query(Source("ask", text))
    assert question is None
    assert len(findings) == 1


@pytest.mark.parametrize("text", ["a = 1 forbid b", "a = 1, ", "a = 1 b = 2", ""])
def test_facts_are_expressions_and_commas(text: str) -> None:
    facts, findings = parse_facts(Source("given", text))
    assert facts is None
    assert len(findings) == 1
