"""Codes of what takes a look at every case: idle rules, clashes, statutes, gaps."""

from policyc.diagnostics.catalogue.entry import error, note, warning

NEVER_APPLIES = warning(
    "never-applies",
    "the rule `{rule}` never applies: no case satisfies {what}",
    "规则`{rule}`从不适用：没有任何情形符合{what}",
    "check its condition against the policy's scope and assumptions",
    "请对照政策的适用范围和假定检查其条件",
)
ALWAYS_OVERRIDDEN = warning(
    "always-overridden",
    "the rule `{rule}` never has a say: wherever it applies it is overridden by {rules}",
    "规则`{rule}`从不起作用：凡其适用之处，{rules}均优先于它",
    "narrow the overriding rule, or remove this one",
    "请缩小优先规则的范围，或删除本规则",
)
MASKED_RULE = warning(
    "masked-rule",
    "the rule `{rule}` never decides: wherever it applies, a higher verdict is given by {rules}",
    "规则`{rule}`从不起决定作用：凡其适用之处，{rules}均给出更优先的结论",
    "remove it, or see which of the two the text means",
    "请删除本规则，或核对原文的本意",
)
REDUNDANT_RULE = warning(
    "redundant-rule",
    "without the rule `{rule}` every verdict stays the same: its cases are covered by {rules}",
    "去掉规则`{rule}`后所有结论都不变：其情形已由{rules}覆盖",
    "if the text says it twice, keep it; otherwise remove it",
    "若原文确实重复规定，可以保留；否则请删除",
)
INTERCHANGEABLE_RULES = warning(
    "interchangeable-rules",
    "one of the rules `{rule}` and {rules} is enough: without either of the two, "
    "every verdict stays the same",
    "规则`{rule}`与{rules}有其一即可：去掉其中任一条，所有结论都不变",
    "if the text says it twice, keep both; otherwise remove one of them",
    "若原文确实重复规定，可以都保留；否则请删除其中一条",
)
CLASHING_RULES = warning(
    "clashing-rules",
    "`{policy}` requires and forbids the same: {where}, by {rules}",
    "`{policy}`对同一行为既要求又禁止：{where}，依据{rules}",
    "let one rule override the other, or make an exception with `unless`",
    "请让其中一条规则优先于另一条，或用`除非`写明例外",
)
IMPOSSIBLE_ASSUMPTIONS = error(
    "impossible-assumptions",
    "no case satisfies what `{policy}` assumes: {assumptions}",
    "没有任何情形符合`{policy}`的假定：{assumptions}",
    "correct or remove one of these assumptions",
    "请更正或删除其中一条假定",
)
STATUTE_BREACH = error(
    "statute-breach",
    "`{policy}` permits what `{statute}` forbids: {where}",
    "`{policy}`允许了`{statute}`所禁止的行为：{where}",
    "the statute forbids it by {rules}; `policyc compare … --against … --all` lists all such cases",
    "该法规的禁止依据：{rules}；`policyc compare … --against … --all`可列出全部情形",
)
POSSIBLE_BREACH = warning(
    "possible-breach",
    "`{policy}` may permit what `{statute}` forbids, depending on {terms}: {where}",
    "`{policy}`可能允许了`{statute}`所禁止的行为，取决于{terms}：{where}",
    "the statute forbids it by {rules}; `policyc compare … --against … --all` lists all such cases",
    "该法规的禁止依据：{rules}；`policyc compare … --against … --all`可列出全部情形",
)
UNCHECKED_STATUTE = warning(
    "unchecked-statute",
    "`{policy}` was not held against `{statute}`: {why}",
    "未将`{policy}`与`{statute}`对照：{why}",
    "name what is in force in its place, or hold it against a version by hand: "
    "`policyc compare … --against NAME@DATE`",
    "请写明现行的法规，或自行指定版本对照：`policyc compare … --against 名称@日期`",
)
NOT_COMPARABLE = error(
    "not-comparable",
    "`{policy}` cannot be held against `{statute}`: each means something else by `{name}`",
    "`{policy}`无法与`{statute}`对照：双方的`{name}`含义不同",
    "let both use one vocabulary",
    "请让两者采用同一词汇",
)
SILENT_GAP = note(
    "silent-gap",
    "`{policy}` says nothing of {where}",
    "`{policy}`未规定：{where}",
    "state a rule or a default if the text has one",
    "若原文有规定，请补充规则或默认规则",
)
UNSETTLED_QUESTIONS = note(
    "unsettled-questions",
    "{count} questions about all cases of `{policy}` were not settled within the budget: {what}",
    "关于`{policy}`所有情形的{count}个问题未能在预算内查清：{what}",
)
