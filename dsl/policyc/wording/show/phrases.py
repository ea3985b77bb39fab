"""The fixed words of a sheet in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from policyc.diagnostics.diagnostic import Language

Phrase: TypeAlias = Mapping[Language, str]


def phrase(en: str, zh: str) -> Phrase:
    """A phrase in both languages; `str.format` fields in braces."""
    return MappingProxyType({"en": en, "zh": zh})


COMMA = phrase(", ", "，")
PUBLISHED = phrase("Published on {day}.", "发布于{day}。")
IN_FORCE_FROM = phrase("In force from {start}.", "自{start}起施行。")
IN_FORCE_BETWEEN = phrase("In force from {start} until {end}.", "自{start}起施行，至{end}前有效。")
SUBJECT_TO = phrase("It must not contradict {policies}.", "不得与{policies}相抵触。")
SCOPE = phrase(
    "It speaks only of cases where {condition}; of others it says nothing.",
    "仅适用于{condition}的情形，其他情形未作规定。",
)

SOURCES = phrase("Sources", "来源")
STAGES = phrase("Stages", "阶段")
DEFINITIONS = phrase("What words mean", "用语含义")
TERMS = phrase("Published values", "公布的数值")
RULES = phrase("Rules", "规则")
INCLUDED = phrase("Rules taken in from {policy}", "包含自{policy}的规则")
DEFAULTS = phrase("Where no rule speaks", "规则未涉及时")
JUDGEMENT = phrase("What a person has to judge", "须由人判断的事实")
ASSUMPTIONS = phrase("What always holds", "总是成立的前提")
UNMODELLED = phrase("What the text says and no rule does", "原文有而未写成规则的内容")
PROOFS = phrase("What is claimed of every case", "对所有情形的断言")

MORE_STRICTER = phrase("More is stricter.", "数值越大越严格。")
LESS_STRICTER = phrase("Less is stricter.", "数值越小越严格。")
OPEN = phrase("left open by the text", "原文未写明")
OPEN_WITHIN = phrase("left open by the text; taken to be {bounds}", "原文未写明，视为{bounds}")
YES = phrase("yes", "是")
NO = phrase("no", "否")
GIVES_WAY = phrase("It gives way to {rules}.", "{rules}优先于本规则。")
CUTS = phrase("{rules} cuts into this permission.", "{rules}会限缩此项允许。")
CUT = phrase("{rules} cut into this permission.", "{rules}会限缩此项允许。")
REASON = phrase("Not modelled: {reason}.", "未建模：{reason}。")
