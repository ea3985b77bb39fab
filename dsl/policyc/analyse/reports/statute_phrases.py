"""The fixed words of reports on policies that are held against statutes."""

from policyc.analyse.reports.phrases import phrase

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
ONLY_WHEN = phrase("only if {condition}", "仅当 {condition} 时")
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
