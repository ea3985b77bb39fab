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

AT_A_GLANCE = phrase("At a glance: {action}", "一览：{action}")
AT_A_GLANCE_BY = phrase("At a glance: {action}, by {fact}", "一览：{action}，按{fact}")
TURNS_ON_OPEN = phrase("depending on a value that the policy leaves open", "取决于政策未定的数值")
COMPARED = phrase("{count} policies compared", "比较了{count}项政策")
HOW_THEY_STAND = phrase(
    "How the policy of a row stands to the policy of a column, over every case",
    "各行政策相对于各列政策（所有情形）",
)
ORDER = phrase(
    "Order of strictness: each at least as strict as those below it",
    "宽严次序：上方政策在任何情形下都不比其下方的宽",
)
SEE_ABOVE = phrase("see above", "见上")
NOT_ORDERED = phrase(
    "stricter in some cases and looser in others than each of the rest: {names}",
    "与其余各政策互有宽严：{names}",
)
NO_ORDER = phrase(
    "of no two is one at least as strict as the other in every case",
    "任何两项政策之间，都没有一方在所有情形下都不比另一方宽",
)
UNSETTLED_PAIRS = phrase(
    "not settled within the budget: {count} pairs", "未能在预算内查清：{count}对"
)
BY_ACTION = phrase("By action", "按行为")
STRICTEST = phrase("strictest", "最严")
MOST_PERMISSIVE = phrase("most permissive", "最宽")
SILENT = phrase("say nothing", "未提及")
NO_SINGLE = phrase("none in every case", "无（互有宽严）")
ALL_EQUAL = phrase("all alike", "全部相同")
EVERYONE = phrase("all", "全部")
ALL_BUT = phrase("all but {names}", "除{names}外全部")
NOBODY = phrase("nobody", "无")
DISPUTED = phrase(
    "Where they do not agree: {count}, one column a policy",
    "意见不一之处：{count}处，每项政策一列",
)
NO_DISPUTE = phrase(
    "They agree in every case: proved for every action and every case",
    "所有情形下结论都相同：已对所有行为、所有情形作出证明",
)
TOO_MANY = phrase(
    "Cases are put side by side for up to {most} policies; name fewer to see them",
    "逐案并列最多{most}项政策；减少政策数量即可显示",
)
WHERE = phrase("where", "情形")
COMPLIES = phrase(
    "{policy} permits nothing that {statute} forbids: proved for every case",
    "{policy}没有允许任何{statute}所禁止的行为：已对所有情形作出证明",
)
PERHAPS_COMPLIES = phrase(
    "no breach of {statute} by {policy} was found, but not every case was settled",
    "未发现{policy}违反{statute}，但并非所有情形都已查清",
)
BREACHES = phrase(
    "{policy} permits what {count} clause{s} of {statute} forbid{v}",
    "{policy}允许了{statute}的{count}个条款所禁止的行为",
)
ALL_DEPEND = phrase(", depending on values that are left open", "，取决于未定的数值")
SOME_DEPEND = phrase(
    ", {count} of them depending on values that are left open", "，其中{count}个取决于未定的数值"
)
PERMITS = phrase("{name} permits", "{name}允许")
COMPLIES_NEVER = phrase(
    "whatever {terms} may be, some case is a breach", "无论{terms}取何值，都存在违反的情形"
)
COMPLIES_WHEN = phrase(
    "no case is a breach if, and only if, {condition} (left open: {terms})",
    "当且仅当 {condition} 时，没有违反的情形（未定：{terms}）",
)
COMPLIES_AT_LEAST_WHEN = phrase(
    "no case is a breach if {condition}; for other values that was not settled "
    "(left open: {terms})",
    "当 {condition} 时，没有违反的情形；其他取值未能查清（未定：{terms}）",
)
TERMS_OF = phrase("{terms} of {name}", "{name}的{terms}")
AND = phrase(" and ", "和")
AND_WORD = phrase(" and ", " 且 ")
NOT_SO_WHEN = phrase(
    "not so if, and only if, {condition}", "当且仅当 {condition} 时，不存在这样的情形"
)
TURNS_ON = phrase("depends on {terms}", "取决于{terms}")
BY_RULES = phrase("by {rules}", "依据：{rules}")
IN_FULL = phrase("in full", "完整情形")
OMITS = phrase(
    "{statute} requires, {policy} does not: {count} clause{s}",
    "{statute}要求而{policy}未要求：{count}个条款",
)
ADVISED = phrase(
    "{statute} advises against what {policy} permits (no breach): {count} clause{s}",
    "{statute}不建议而{policy}允许（不算违反）：{count}个条款",
)
STRICTER_VALUES = phrase(
    "Values of {statute} that are stricter than those of {policy}",
    "{statute}比{policy}更严的数值",
)
UNPERMITTED = phrase(
    "Conditions of {statute} for actions that {policy} nowhere permits (not left out)",
    "{policy}未允许的行为，{statute}附有的条件（不计入缺漏）",
)
PROMISED_BY_NONE = phrase("Promised by none of the policies", "没有一项政策作出承诺的条款")
BROKEN_BY = phrase("broken by {who}", "{who}违反")
LEFT_OUT_BY = phrase("left out by {who}", "{who}缺漏")
NOT_PERMITTED_BY = phrase("its action nowhere permitted by {who}", "{who}未允许该行为")
PERMITTED_BY_NONE = phrase("its action nowhere permitted", "均未允许该行为")
SO_MANY = phrase("{count}", "{count}项")
HELD_AGAINST = phrase("held against", "对照")
LIBRARY = phrase("library: {name}", "库：{name}")
AGAINST = phrase("Against {statute}", "对照{statute}")
APPLIES = phrase("{statute} applies when {cases}", "{statute}的适用范围：{cases}")
KEPT_TO = phrase("no clause is broken, left out or not followed", "没有违反、缺漏或未从建议的条款")
BROKEN = phrase("broken", "违反")
LEFT_OUT = phrase("left out", "缺漏")
UNHEEDED = phrase("advice not followed", "未从建议")
MATRIX = phrase(
    "Clauses of each statute: broken / left out / advice not followed",
    "各法规的条款：违反 / 缺漏 / 未从建议",
)
TOTAL = phrase("total", "合计")
WHAT_IS_COUNTED = phrase(
    "broken: the clause forbids what the policy permits; left out: it requires what the policy "
    "does not",
    "违反：条款禁止而政策允许；缺漏：条款要求而政策没有",
)
NONE_BROKEN = phrase(
    "that none is broken (-) is proved for every case",
    "没有违反（-）的，已对所有情形作出证明",
)
IN_DOUBT = phrase(
    "7+1?: 7 for certain, 1 only for some of the values that are left open, or not settled",
    "7+1?：7条确定，1条只在未定数值的某些取值下如此，或尚未查清",
)
PERHAPS_MORE = phrase(
    "a ? without a number: there may be more, since not every case was settled",
    "不带数字的?：并非所有情形都已查清，可能更多",
)
DISPUTES_COUNTED = phrase(
    "They do not agree in {count} kinds of cases; in at least {grave} of them one forbids what "
    "another permits. Without --summary each is shown with a case.",
    "有{count}类情形结论不一，其中至少{grave}类是一方禁止而另一方允许。"
    "不加 --summary 可逐类查看并附例。",
)
ALIKE_ABOUT = phrase("all alike about {actions}", "关于{actions}全部相同")
NOT_RANKED = phrase("not ranked", "不论严宽")
BORROWERS_ARE_NOT_RULED = phrase(
    "not ranked: what borrowers do; a policy is strict in what it lets the lender do",
    "不论严宽：借款人自己的行为；严与宽只就贷款人的行为而言",
)
SILENCE_IS_STRICT = phrase(
    "who says nothing of an action permits nothing, and is stricter than one who allows it",
    "对某行为未作规定的政策没有允许该行为，因此比允许它的政策更严",
)
SOME_EXCEPT = phrase(", with {count} exceptions", "（另有{count}处除外）")
STARRED = phrase("* the strictest", "* 最严")
