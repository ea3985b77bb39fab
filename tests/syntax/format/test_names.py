"""Labels in place of names, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.source import Source
from policyc.syntax import nodes as n
from policyc.syntax.format.checked import formatted
from policyc.syntax.format.names import NameMap, renamed, to_labels, to_names
from policyc.syntax.parse import parse
from tests.strategies import syntax

LABELS = {
    "value": {
        "overdue": "逾期", "paid": "已 还", "due": "天", "lost": "失联", "gone": "失联",
        "time": "当地时间", "channel": "逾期天数", "reach": "phone",
    },
    "signature": {"contact": "联系", "notice": "书面告知函"},
    "subject": {"debt": "债务"},
    "stage": {"early": "初期"},
    "member:target": {"emergency": "紧急联系人", "other": "其他"},
    "member:channel": {"phone": "电话", "other": "其他渠道"},
    "kind": {"target": "对象", "channel": "渠道", "place": "地点"},
}  # fmt: skip
PARAMETERS = {"contact": [("target", "target"), ("channel", "channel")], "notice": []}


def with_labels(text: str) -> str:
    return said(text, to_labels(LABELS, PARAMETERS))


def with_names(text: str) -> str:
    return said(text, to_names(LABELS, PARAMETERS))


def said(text: str, names: NameMap) -> str:
    result = formatted(Source("a", text), names=names)
    assert result.findings == ()
    assert result.text is not None
    return result.text.rstrip("\n")


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        ("allow contact(emergency, phone)", "allow 联系(紧急联系人, 电话)"),
        ("allow contact(channel = phone | other)", "allow 联系(渠道 = 电话 | 其他渠道)"),
        ("allow contact(not other, other)", "allow 联系(not 其他, 其他渠道)"),
        ("allow contact(same target, any)", "allow 联系(same 对象, any)"),
        ("assume overdue > 3 days", "assume 逾期 > 3 days"),
        ("assume stage = early", "assume stage = 初期"),
        ("assume channel = phone", "assume 逾期天数 = 电话"),
        ("assume count(contact(any, phone), since notice, for each debt) > 3",
         "assume count(联系(any, 电话), since 书面告知函, for each 债务) > 3"),
        ("limit contact to 3 per day for each debt", "limit 联系 to 3 per day for each 债务"),
        ("require contact within 5 days of notice", "require 联系 within 5 days of 书面告知函"),
        ("set overdue = 3 days", "set 逾期 = 3 days"),
        ("stages of overdue:\n  early: 1..7", "stages of 逾期:\n  early: 1..7"),
        ('test "t":\n  expect contact(emergency) allowed by contact',
         'test "t":\n  expect 联系(紧急联系人) allowed by contact'),
        ('test "t":\n  expect notice allowed', 'test "t":\n  expect 书面告知函 allowed'),
        ('table "t":\n  | overdue | p |', 'table "t":\n  | 逾期 | p |'),
    ],
)  # fmt: skip
def test_uses_go_by_label_or_by_name(names: str, labels: str) -> None:
    assert with_labels(names) == labels
    assert with_names(labels) == names
    assert with_labels(labels) == labels
    assert with_names(names) == names


@pytest.mark.parametrize(
    "text",
    [
        "assume paid > 3",
        "assume due > 3",
        "assume lost or gone",
        "assume reach",
        "assume channel = other",
        "allow unheard_of(emergency)",
        "rule overdue overrides contact: forbid x",
        'fact overdue "逾期": days',
        "kind target: emergency, other",
        "uses overdue",
        "forbid x\n  cite overdue",
    ],
)
def test_a_name_stays_where_no_label_can_stand_for_it(text: str) -> None:
    changed = with_labels(text)
    assert with_names(changed) == text
    kept = text.replace("channel = other", "逾期天数 = other")
    assert changed == kept


WORDS = st.sampled_from(
    ["overdue", "x", "ABC", "逾期", "当期应还", "一", "二", "a b", "天", "rule"]
)
TABLES = st.dictionaries(
    st.sampled_from(["value", "signature", "subject", "stage", "member:k", "member:l"]),
    st.dictionaries(WORDS.filter(str.isidentifier), WORDS, max_size=5),
)


@pytest.mark.property
@given(syntax.files(), TABLES)
def test_labels_are_turned_back_into_names(file: n.File, labels: dict[str, dict[str, str]]) -> None:
    parameters = {name: [("x", "k"), ("overdue", "l")] for name in labels.get("signature", {})}
    there, back = to_labels(labels, parameters), to_names(labels, parameters)
    named = renamed(file.documents, back)
    labelled = renamed(named, there)
    assert renamed(labelled, there) == labelled
    assert renamed(renamed(labelled, back), there) == labelled


def test_a_map_that_would_lose_something_is_refused() -> None:
    class Merging:
        def rename(self, namespace: str, name: str) -> str:
            return "a b" if namespace == "expression" else name

    result = formatted(Source("a", "forbid c\nassume overdue > 3"), names=Merging())
    assert result.text is None
    (finding,) = result.findings
    assert finding.code.name == "unfaithful-format"
    assert finding.span is not None
    assert finding.span.text == "assume overdue > 3"


def test_comments_stay_beside_renamed_words() -> None:
    text = "assume overdue  # how late\n   and early"
    assert with_labels(text) == "assume 逾期  # how late\n   and 初期"


def test_spans_of_renamed_nodes_are_those_of_the_source() -> None:
    file, _ = parse(Source("a", "assume overdue > 3"))
    (document,) = renamed(file.documents, to_labels(LABELS, PARAMETERS))
    assert document.items[0].span.text == "assume overdue > 3"
