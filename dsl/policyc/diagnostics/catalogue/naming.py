"""Codes of names: unknown, taken, out of place."""

from policyc.diagnostics.catalogue.entry import error, warning

UNKNOWN_DOCUMENT = error(
    "unknown-document",
    "there is no {kind} `{name}` beside this file, up to the project root, or in the library",
    "在本文件旁、项目根目录以内以及内置库中都找不到{kind}`{name}`",
    "{advice}",
    "{advice}",
)
WRONG_DOCUMENT = error(
    "wrong-document",
    "`{name}` is a {found}, and a {wanted} is needed here",
    "`{name}`是{found}，此处需要{wanted}",
    "`uses` names vocabularies; `includes` and `subject to` name policies",
    "`采用`后写词汇；`包含`和`须符合`后写政策",
)
INCLUDE_RING = error(
    "include-ring",
    "`{name}` comes back to itself: {ring}",
    "`{name}`绕回了自身：{ring}",
    "remove one of these references",
    "请删除其中一处引用",
)
LONG_CHAIN = error(
    "long-chain",
    "`{name}` lies at the end of a chain of more than {limit} documents that build on one another",
    "`{name}`处在超过{limit}个文档逐个引用的链条末端",
    "let the documents use what they need directly",
    "请让各文档直接引用所需的文档",
)
BROKEN_DOCUMENT = error(
    "broken-document",
    "`{name}` has mistakes of its own, so nothing can be built on it",
    "`{name}`自身存在错误，无法作为依据",
    "`policyc check {file}` says what is wrong",
    "运行`policyc check {file}`查看错误",
)
UNKNOWN_FACT = error(
    "unknown-fact",
    "there is no fact, term or definition `{name}`",
    "没有名为`{name}`的事实、参数或定义",
    "{advice}",
    "{advice}",
)
UNKNOWN_TERM = error(
    "unknown-term", "there is no term `{name}`", "没有名为`{name}`的参数", "{advice}", "{advice}"
)
UNKNOWN_ACTION = error(
    "unknown-action",
    "there is no action `{name}`",
    "没有名为`{name}`的行为",
    "{advice}",
    "{advice}",
)
UNKNOWN_EVENT = error(
    "unknown-event",
    "there is no action or event `{name}`",
    "没有名为`{name}`的行为或事件",
    "{advice}",
    "{advice}",
)
UNKNOWN_MEMBER = error(
    "unknown-member",
    "`{name}` is no member of {kind}",
    "`{name}`不属于{kind}",
    "{advice}",
    "{advice}",
)
UNKNOWN_TYPE = error(
    "unknown-type",
    "there is no type `{name}`",
    "没有名为`{name}`的类型",
    "{advice}",
    "{advice}",
)
UNKNOWN_KIND = error(
    "unknown-kind", "there is no kind `{name}`", "没有名为`{name}`的种类", "{advice}", "{advice}"
)
UNKNOWN_PARAMETER = error(
    "unknown-parameter",
    "`{action}` has no argument called `{name}`",
    "`{action}`没有名为`{name}`的参数",
    "it has: {names}",
    "它的参数有：{names}",
)
UNKNOWN_SUBJECT = error(
    "unknown-subject",
    "there is no subject `{name}` to count for each",
    "没有可按其计数的主体`{name}`",
    "{advice}",
    "{advice}",
)
UNKNOWN_STAGE = error(
    "unknown-stage", "there is no stage `{name}`", "没有名为`{name}`的阶段", "{advice}", "{advice}"
)
UNKNOWN_RULE = error(
    "unknown-rule", "there is no rule `{name}`", "没有名为`{name}`的规则", "{advice}", "{advice}"
)
UNKNOWN_SOURCE = error(
    "unknown-source",
    "there is no source `{name}`",
    "没有名为`{name}`的来源",
    "{advice}",
    "{advice}",
)
UNKNOWN_POLICY = error(
    "unknown-policy",
    "no policy `{name}` can be found, and no fact has this name",
    "找不到政策`{name}`，也没有同名的事实",
    "{advice}",
    "{advice}",
)
TAKEN_NAME = error(
    "taken-name",
    "`{name}` is declared twice",
    "`{name}`重复声明",
    "give one of them another name",
    "请为其中一个另取名称",
)
AMBIGUOUS_LABEL = error(
    "ambiguous-label",
    "the label `{name}` belongs to more than one thing",
    "标签`{name}`属于多个对象",
    "use a name instead of the label: {names}",
    "请改用名称：{names}",
)
MISPLACED_STATEMENT = error(
    "misplaced-statement",
    "`{statement}` cannot stand in {document}",
    "`{statement}`不能出现在{document}中",
    "move it into {wanted}",
    "请移到{wanted}中",
)
REPEATED_STATEMENT = error(
    "repeated-statement",
    "`{statement}` is said a second time",
    "`{statement}`重复出现",
    "keep one of the two",
    "请只保留一处",
)
OVERRIDE_RING = error(
    "override-ring",
    "these rules override one another in a ring: {ring}",
    "这些规则循环地互相优先：{ring}",
    "remove one `overrides`",
    "请删除其中一个`优先于`",
)
STAGE_UNDECLARED = error(
    "stage-undeclared",
    "`stage` is used, but no stages are declared",
    "使用了`阶段`，但没有声明任何阶段",
    "declare them with `stages of FACT: …`",
    "请用`阶段划分 事实: …`声明",
)
UNUSED_DEFINITION = warning(
    "unused-definition",
    "the definition `{name}` is never used",
    "定义`{name}`从未使用",
    "use it or remove it",
    "请使用或删除",
)
UNUSED_FACT = warning(
    "unused-fact",
    "the fact `{name}` is never asked for in this policy",
    "本政策从未用到事实`{name}`",
    "use it or remove it",
    "请使用或删除",
)
UNUSED_TERM = warning(
    "unused-term",
    "the term `{name}` has no value here and no rule uses it",
    "参数`{name}`没有取值，也没有规则使用",
    "set it, mark it `unspecified`, or remove it",
    "请设定取值、标为`未定`或删除",
)
