"""Codes of what a policy says: stages, sources, versions, tests."""

from policyc.diagnostics.catalogue.entry import error, warning

STAGE_OVERLAP = error(
    "stage-overlap",
    "the stages `{first}` and `{second}` overlap",
    "阶段`{first}`与`{second}`重叠",
    "let one begin where the other ends",
    "请让后一阶段从前一阶段结束处开始",
)
STAGE_HOLE = warning(
    "stage-hole",
    "between the stages `{first}` and `{second}` lies {hole}, which is in no stage",
    "阶段`{first}`与`{second}`之间的{hole}不属于任何阶段",
    "if the text leaves it open, say so in a comment",
    "若原文如此，请以注释说明",
)
STAGE_ORDER = error(
    "stage-order",
    "the stage `{second}` begins before the stage `{first}` that stands before it",
    "阶段`{second}`早于写在它前面的阶段`{first}`",
    "write the stages in order",
    "请按顺序书写各阶段",
)
OTHERWISE_WITHOUT_WHEN = error(
    "otherwise-without-when",
    "`otherwise` needs a `when`",
    "`否则`需要与`当`一起使用",
    "say when the rule holds, or make two rules",
    "请写明规则成立的条件，或改为两条规则",
)
UNCITED_SOURCE = warning(
    "uncited-source",
    "the source `{name}` is never cited",
    "来源`{name}`从未被引用",
    "cite it where it speaks, or remove it",
    "请在相应规则处引用，或删除",
)
UNSOURCED_RULE = warning(
    "unsourced-rule",
    "{rule} cites no source",
    "{rule}没有引用来源",
    'add `cite {source} "place"`',
    '请添加`依据 {source} "出处"`',
)
DUPLICATE_RULE = warning(
    "duplicate-rule",
    "{second} says the same as {first}",
    "{second}与{first}内容相同",
    "remove one of the two",
    "请删除其中一条",
)
VERSION_OVERLAP = error(
    "version-overlap",
    "two versions of `{name}` are in force on {day}",
    "`{name}`有两个版本在{day}同时有效",
    "end the earlier one with `until {start}`",
    "请用`直至 {start}`结束较早的版本",
)
VERSION_GAP = warning(
    "version-gap",
    "no version of `{name}` is in force from {start} until {end}",
    "`{name}`从{start}到{end}之间没有有效版本",
    "`until` names the first day without a version; if the gap is meant, say so in a comment",
    "`直至`写的是失效的第一天；若确实中断，请以注释说明",
)
PERIOD_ORDER = error(
    "period-order",
    "this version ends before it begins",
    "此版本的结束早于开始",
    "the day after `until` must be later",
    "`直至`之后的日期必须更晚",
)
TWO_POLICIES = error(
    "two-policies",
    "there are two policies `{name}`, and nothing tells their versions apart",
    "有两个名为`{name}`的政策，且无法区分版本",
    "give each version its `effective` date, or another name",
    "请为每个版本写明`施行`日期，或另取名称",
)
NOT_A_STATEMENT_OF_FACT = error(
    "not-a-statement-of-fact",
    "`{text}` does not state the value of one fact",
    "`{text}`没有陈述某个事实的值",
    "write `fact = value`, `fact`, or `not fact`",
    "请写`事实 = 值`、`事实`或`非 事实`",
)
FACT_STATED_TWICE = error(
    "fact-stated-twice",
    "`{name}` is stated twice here",
    "`{name}`在此处陈述了两次",
    "keep one of the two",
    "请只保留一处",
)
CONTRADICTORY_FACTS = error(
    "contradictory-facts",
    "these facts cannot be true together: {reason}",
    "这些事实不能同时成立：{reason}",
    "correct one of them",
    "请更正其中之一",
)
NOTHING_EXPECTED = error(
    "nothing-expected",
    "this {what} expects nothing",
    "此{what}没有任何预期",
    "{advice}",
    "{advice}",
)
NOTHING_ASKED = error(
    "nothing-asked",
    "this {what} asks about no action",
    "此{what}没有询问任何行为",
    "add `ask ACTION`",
    "请添加`询问 行为`",
)
RAGGED_ROW = error(
    "ragged-row",
    "this row has {given} cells, and the heading has {wanted}",
    "此行有{given}格，而表头有{wanted}格",
    "give one cell for each column; `-` leaves a fact out",
    "每列写一格；`-`表示不给出该事实",
)
NOT_A_VERDICT = error(
    "not-a-verdict",
    "`{text}` stands in a policy's column, and is no verdict",
    "`{text}`位于政策列中，却不是结论",
    "{advice}",
    "{advice}",
)
NOT_A_VALUE = error(
    "not-a-value",
    "the verdict `{text}` stands in the column of the fact `{name}`",
    "结论`{text}`位于事实`{name}`的列中",
    "write a value of the fact, or `-`",
    "请写该事实的值，或`-`",
)
ACTION_NEEDED = error(
    "action-needed",
    "`{text}` stands in the column of actions, and is none",
    "`{text}`位于行为列中，却不是行为",
    "write an action, as in `contact(borrower, phone)`, or `-`",
    "请写一个行为，例如`联系(本人, 电话)`，或写`-`",
)
DUPLICATE_TITLE = warning(
    "duplicate-title",
    "another {what} has the title {title}",
    "另一个{what}也以{title}为标题",
    "say what is special about each",
    "请写明各自的特点",
)
