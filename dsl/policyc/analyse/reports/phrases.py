"""The fixed words of reports in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from policyc.core.policy import Verdict
from policyc.diagnostics.diagnostic import Language
from policyc.space.differences.classes import Class, Topic

Phrase: TypeAlias = Mapping[Language, str]


def phrase(en: str, zh: str) -> Phrase:
    """A phrase in both languages; `str.format` fields in braces."""
    return MappingProxyType({"en": en, "zh": zh})


CLASS: Mapping[Topic, Phrase] = MappingProxyType(
    {
        Topic.FORBIDS: phrase("{one} forbids, {other} does not", "{one}禁止，{other}不禁止"),
        Topic.CONFLICTS: phrase(
            "both forbid, and {one} requires at the same time", "双方都禁止，{one}同时又要求"
        ),
        Topic.REQUIRES: phrase("{one} requires, {other} does not", "{one}要求，{other}不要求"),
        Topic.DISCOURAGES: phrase(
            "{one} discourages, {other} does not", "{one}认为不宜，{other}未如此表示"
        ),
        Topic.RECOMMENDS: phrase("{one} recommends, {other} does not", "{one}建议，{other}未建议"),
        Topic.ALLOWS: phrase("{one} allows, {other} is silent", "{one}允许，{other}未规定"),
        Topic.STANDS: phrase(
            "both say the same; {one}'s answer stands, {other}'s can be rebutted",
            "结论相同：{one}的结论确定，{other}的结论可以反驳",
        ),
    }
)
"""What each class of difference is called."""


CERTAINLY: Mapping[Topic, Phrase] = MappingProxyType(
    {
        Topic.FORBIDS: phrase(
            "{one} forbids and {other} does not", "{one}都禁止，而{other}都不禁止"
        ),
        Topic.CONFLICTS: phrase(
            "both forbid and {one} requires at the same time", "双方都禁止，而{one}同时又要求"
        ),
        Topic.REQUIRES: phrase(
            "{one} requires and {other} does not", "{one}都要求，而{other}都不要求"
        ),
        Topic.DISCOURAGES: phrase(
            "{one} discourages and {other} does not", "{one}都认为不宜，而{other}都未如此表示"
        ),
        Topic.RECOMMENDS: phrase(
            "{one} recommends and {other} does not", "{one}都建议，而{other}都未建议"
        ),
        Topic.ALLOWS: phrase(
            "{one} allows and {other} is silent", "{one}都允许，而{other}都未规定"
        ),
        Topic.STANDS: phrase(
            "{one}'s answer stands and {other}'s can be rebutted",
            "{one}的结论都是确定的，而{other}的结论都可以反驳",
        ),
    }
)
"""What is the case of a class of difference, inside a sentence on when."""

DOES: Mapping[Topic, Phrase] = MappingProxyType(
    {
        Topic.FORBIDS: phrase("{name} forbids {part}", "{name}禁止{part}"),
        Topic.CONFLICTS: phrase(
            "{name} both forbids and requires {part}", "{name}既禁止又要求{part}"
        ),
        Topic.REQUIRES: phrase("{name} requires {part}", "{name}要求{part}"),
        Topic.DISCOURAGES: phrase("{name} discourages {part}", "{name}认为不宜{part}"),
        Topic.RECOMMENDS: phrase("{name} recommends {part}", "{name}建议{part}"),
        Topic.ALLOWS: phrase("{name} allows {part}", "{name}允许{part}"),
    }
)
"""What a side does in a class, but for the answers that stand."""

SAYS: Mapping[Verdict, Phrase] = MappingProxyType(
    {
        Verdict.CONFLICT: phrase("both forbids and requires it", "既禁止又要求"),
        Verdict.FORBIDDEN: phrase("forbids it", "禁止"),
        Verdict.REQUIRED: phrase("requires it", "要求"),
        Verdict.DISCOURAGED: phrase("discourages it", "认为不宜"),
        Verdict.RECOMMENDED: phrase("recommends it", "建议"),
        Verdict.ALLOWED: phrase("allows it", "允许"),
        Verdict.SILENT: phrase("is silent", "未规定"),
    }
)
"""What a policy does that gives a verdict."""

STANDS = phrase(
    "{one} says that {part} is {verdict}, and that stands; {other}'s answer can be rebutted",
    "{one}对{part}的结论“{verdict}”是确定的；{other}的结论可以反驳",
)


def class_text(
    cls: Class,
    names: tuple[str, ...],
    language: Language,
    words: Mapping[Topic, Phrase] = CLASS,
) -> str:
    """A class of difference between two named policies, as a heading or in other words."""
    return words[cls.topic][language].format(one=names[cls.side], other=names[1 - cls.side])


COLON = phrase(": ", "：")
COMMA = phrase(", ", "，")
LISTED = phrase(", ", "、")
SEMICOLON = phrase("; ", "；")
SLASH = phrase(" / ", "／")
OR = phrase(" or ", "或")
OR_WORD = phrase(" or ", " 或 ")
BRACKETS = phrase(" ({inside})", "（{inside}）")

EQUAL = phrase(
    "{one} and {other} decide every case alike: proved for every action and every case",
    "{one}与{other}对任何情形的结论都相同：已对所有行为、所有情形作出证明",
)
EQUAL_ABOUT = phrase(
    "{one} and {other} decide every case of {actions} alike: proved for every case",
    "对于{actions}，{one}与{other}的结论在任何情形下都相同：已对所有情形作出证明",
)
OPEN = phrase(
    "no difference was found between {one} and {other}, but not every case was settled",
    "未发现{one}与{other}之间的差异，但并非所有情形都已查清",
)
DIFFERENT = phrase("{one} and {other} differ in {count} way{s}", "{one}与{other}有{count}处差异")
NEITHER_IN = phrase("neither in {count}", "{count}处分不出严宽")
STRICTER_IN = phrase("{name} is stricter in {count}", "{count}处{name}更严")
OF_THESE = phrase("", "其中")
NOT_ALL = phrase("not every case was settled", "并非所有情形都已查清")
ALL = phrase(
    "The list is complete: in every case that no item describes, both policies say the same.",
    "清单完整：凡未列出的情形，双方结论相同。",
)
STRICTER = phrase("{name} is stricter", "{name}更严")
BORROWERS = phrase("acts of borrowers: neither is stricter", "借款人的行为，不论严宽")
MORE = phrase("… and {count} more; --all shows them", "……另有{count}项，用 --all 显示")
PUBLISHED = phrase("published {day}", "{day}发布")
AS_OF = phrase("as of {day}", "按{day}有效的版本")
AFTER_THAT_DAY = phrase("{told}, after that day", "{told}，晚于该日")
NEWEST_SOURCE = phrase("newest source {day}", "最新来源{day}")
UNDATED = phrase("no date given", "未注明日期")
EFFECTIVE = phrase("effective {day}", "{day}起施行")
EFFECTIVE_UNTIL = phrase("effective {day} until {end}", "{day}起施行，至{end}止")
ASSUMED = phrase(
    "{name} assumes: {conditions} (cases where this does not hold are left out)",
    "{name}假定：{conditions}（不符合的情形不计入）",
)
WHEN_ANY = phrase("{actions} when any of these holds:", "{actions}，当下列任一条件成立时：")
WHEN_AND_ANY = phrase(
    "{actions} when {cases} and any of these holds:", "{actions}，当 {cases} 且下列任一条件成立时："
)
WHEN_EACH = phrase("{actions} when each of these holds:", "{actions}，当下列各条件均成立时：")
WHEN_AND_EACH = phrase(
    "{actions} when {cases} and each of these holds:",
    "{actions}，当 {cases} 且下列各条件均成立时：",
)
LATER = phrase("From {day} on, when another version is in force", "自{day}起（适用另一版本）")
NONE_IN_FORCE = phrase(
    "From {day} on no version of {names} is in force: nothing to compare",
    "自{day}起，{names}没有生效的版本，无从比较",
)
EXCEPT_WHEN = phrase("except when {cases}", "除非 {cases}")
AND_ANY = phrase("{cases} and any of these holds:", "{cases} 且下列任一条件成立：")
EXCEPT_ANY = phrase("except when", "除非")
EXCEPT_RULES = phrase(
    "except where these rules decide otherwise ({count} exceptions; all of them in JSON)",
    "但下列规则另有规定的除外（共{count}项，JSON中全部列出）",
)
EXAMPLE = phrase("e.g.", "例如")
WITH = phrase(" with {facts}", "，{facts}")
AGREE = phrase("agree", "一致")
FULL_STOP = phrase(".", "。")
BOTH = phrase("both {verdict} with {facts}", "若{facts}，则双方均为{verdict}")
CERTAIN = phrase("certain", "确定")
POSSIBLE = phrase("possible", "可能")
CERTAIN_WHEN = phrase(
    "{difference} when {cases}, whatever {terms} may be",
    "当 {cases} 时，无论{terms}取何值，{difference}",
)
EXCEPTED = phrase(" (exceptions aside)", "（除外情形不计）")
DIFFER_IN_SOME_WAY = phrase(
    "the two differ, in this way or in another,", "双方都有差异，但不一定是这种差异"
)
POSSIBLE_WHEN = phrase(
    "whether they differ when {cases} depends on {terms}",
    "当 {cases} 时，双方是否有差异取决于{terms}",
)
DEPENDS = phrase("whether they differ depends on {terms}", "双方是否有差异取决于{terms}")
INEXACT = phrase(
    "more may be certain than this says: it was not settled within the budget",
    "确定的范围可能更大：未能在预算内查清",
)
UNDECIDED = phrase("Not settled within the budget: {count}", "未能在预算内查清：{count}处")
TERMS = phrase("Published values", "公布的数值")
NOTHING_SAID = phrase("says nothing", "未提及")
LEFT_OPEN = phrase("left open", "未定")
LEFT_OPEN_RANGE = phrase("left open, {low} to {high}", "未定，{low}至{high}之间")
DUTIES = phrase("What must hold when an action is done", "行为须满足的条件")
DUTY = phrase("{name}: {actions} only if {requirement}", "{name}：{actions}须满足 {requirement}")
DUTY_WHEN = phrase(
    "{name}: {actions}, when {cases}, only if {requirement}",
    "{name}：当 {cases} 时，{actions}须满足 {requirement}",
)
FORBIDS_TOO = phrase(
    "{name} forbids the action otherwise too, without naming this as a duty",
    "{name}在不满足时同样禁止，但未写作条件",
)
DEADLINES = phrase("By when what both require is due", "双方都要求的行为的期限")
NO_DEADLINE = phrase("no deadline", "无期限")
WITHIN = phrase("within {length} of {event}", "{event}后{length}内")
EVERY = phrase("every {length}", "每{length}一次")
SCOPES = phrase("What the policies are limited to", "适用范围")
NO_SCOPE = phrase("nothing", "不限")
SUBJECT_TO = phrase("Statutes that the policies say they are subject to", "自称须符合的法规")
NO_STATUTE = phrase("none", "无")
STAGES = phrase("Stages", "阶段")
NO_STAGES = phrase("none", "无")
REWORDED = phrase("Same meaning, other words", "表述不同，含义相同")
SOURCES = phrase("Sources", "来源")
BOTH_SIDES = phrase("both", "双方")
VERIFIED = phrase(
    "{cases} cases replayed, {differing} of them differences",
    "复核了{cases}个情形，其中{differing}个存在差异",
)
SKIPPED = phrase("{count} in unsettled parts left out", "略去未查清部分的{count}个")
RIGHT = phrase("the list was right in every one", "清单全部正确")
WRONG = phrase(
    "the list was wrong in {count}: this is a bug in policyc, please report it",
    "清单有{count}处错误：这是 policyc 的缺陷，请报告",
)

EVERYONE = phrase("all", "全部")
ALL_BUT = phrase("all but {names}", "除{names}外全部")
TERMS_OF = phrase("{terms} of {name}", "{name}的{terms}")
AND = phrase(" and ", "和")
AND_WORD = phrase(" and ", " 且 ")
LIBRARY = phrase("library: {name}", "库：{name}")
