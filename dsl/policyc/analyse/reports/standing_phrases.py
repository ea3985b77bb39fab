"""The fixed words of reports on several policies side by side."""

from policyc.analyse.reports.phrases import phrase

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
NOBODY = phrase("nobody", "无")
NOBODY_ALLOWS = phrase("nobody allows it", "均不允许")
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
DISPUTES_COUNTED = phrase(
    "They do not agree in {count} kind{s} of cases; in at least {grave} of them one forbids what "
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
