"""Codes of types, units and bounds."""

from policyc.diagnostics.catalogue.entry import error, warning

NOT_A_CONDITION = error(
    "not-a-condition",
    "`{text}` is {found}, and a condition is needed here",
    "`{text}`是{found}，此处需要一个条件",
    "compare it with something, as in `{text} >= …`",
    "请将其与某个值比较，例如`{text} >= …`",
)
NOT_AN_AMOUNT = error(
    "not-an-amount",
    "`{text}` is {found}, and a number is needed here",
    "`{text}`是{found}，此处需要数值",
    "numbers are added and compared with numbers only",
    "数值只能与数值相加减或比较",
)
MIXED_UNITS = error(
    "mixed-units",
    "{left} and {right} cannot be compared or added",
    "{left}与{right}不能比较或相加",
    "{advice}",
    "{advice}",
)
MISSING_UNIT = error(
    "missing-unit",
    "`{number}` needs a unit: nothing beside it says which",
    "`{number}`需要单位：旁边没有可以推断的单位",
    "write it, as in `{example}`",
    "请写明单位，例如`{example}`",
)
FRACTION_AS_PERCENT = warning(
    "fraction-as-percent",
    "`{text}` is read as {value} %",
    "`{text}`被读作{value}%",
    "write `{hundredfold}%` if that is meant, or `{value}%` if it is not",
    "若指{hundredfold}%，请写`{hundredfold}%`；否则请写`{value}%`",
)
UNKNOWN_UNIT = error(
    "unknown-unit",
    "`{unit}` is no unit",
    "`{unit}`不是单位",
    "units are days, hours, minutes, months, years, % and currency codes like CNY",
    "单位有：天、小时、分钟、个月、年、%以及CNY等货币代码",
)
WRONG_VALUE = error(
    "wrong-value",
    "`{text}` is {found}, and `{name}` is {wanted}",
    "`{text}`是{found}，而`{name}`是{wanted}",
    "write {example}",
    "请写{example}",
)
UNORDERED_MEMBERS = error(
    "unordered-members",
    "the members of {kind} have no order, and `{operator}` asks for one",
    "{kind}的成员没有先后之分，而`{operator}`需要先后",
    "write `=`, `!=`, or `in {{…}}` with each member that is meant",
    "请写`=`、`!=`，或用`在 {{…}}`逐一列出所指的成员",
)
NOT_LINEAR = error(
    "not-linear",
    "two facts are multiplied or divided here",
    "此处将两个事实相乘或相除",
    "a fact may be multiplied or divided by a fixed number only",
    "事实只能与固定数值相乘或相除",
)
DIVISION_BY_ZERO = error(
    "division-by-zero",
    "this divides by zero",
    "此处除以零",
    "divide by another number",
    "请改用其他除数",
)
NO_SUCH_TIME = error(
    "no-such-time",
    "`{text}` is no time of day",
    "`{text}`不是有效的时刻",
    "times run from 00:00 to 23:59; 24:00 may end a range",
    "时刻从00:00到23:59；24:00可用作区间的结束",
)
NO_SUCH_DATE = error(
    "no-such-date",
    "`{text}` is no day of the calendar",
    "`{text}`不是有效的日期",
    "write YEAR-MONTH-DAY, as in 2025-03-31",
    "请写成年-月-日，例如2025-03-31",
)
EMPTY_RANGE = error(
    "empty-range",
    "nothing lies in this range",
    "这个区间中没有任何值",
    "the start must come before the end",
    "起点必须在终点之前",
)
OPEN_BOUND = error(
    "open-bound",
    "a bound must be a fixed value of type {type}",
    "界限必须是类型为{type}的固定值",
    "write both ends as literals, as in `from 0 to 3650`",
    "请将两端写成固定值，例如`从 0 至 3650`",
)
BOUNDS_OUT_OF_PLACE = error(
    "bounds-out-of-place",
    "values of type `{type}` have no order, so they take no bounds",
    "类型`{type}`的值没有大小之分，不能设定界限",
    "leave the bounds out",
    "请去掉界限",
)
OPEN_RANGE = error(
    "open-range",
    "the range of a term needs two ends, and both belong to it",
    "参数的取值范围必须有两端，且两端都包含在内",
    "write it as in `set retention 6..12 months`",
    "请写成`设定 保留期 6..12个月`这样的形式",
)
THRESHOLD_OUTSIDE_BOUNDS = error(
    "threshold-outside-bounds",
    "`{text}` {result}: `{name}` goes {bounds}",
    "`{text}`{result}：`{name}`的取值范围是{bounds}",
    "correct the number, or the bounds of `{name}`",
    "请更正该数值，或`{name}`的界限",
)
BETWEEN_STEPS = warning(
    "between-steps",
    "`{text}` draws a line between {below} and {above}, where `{name}` has no value",
    "`{text}`的界限落在{below}与{above}之间，而`{name}`没有这样的取值",
    "`{name}` is counted in steps of {step}: write `{name} {meant}`",
    "`{name}`以{step}为单位计数：请写`{name} {meant}`",
)
OUT_OF_BOUNDS = error(
    "out-of-bounds",
    "`{name}` is {value}, and it goes {bounds}",
    "`{name}`为{value}，但其取值范围是{bounds}",
    "give a value within the bounds",
    "请给出界限之内的值",
)
NOT_ON_GRID = error(
    "not-on-grid",
    "`{name}` is {value}, and it is counted in steps of {step}",
    "`{name}`为{value}，但应为{step}的整数倍",
    "give a multiple of {step}",
    "请给出{step}的整数倍",
)
WRONG_ARGUMENTS = error(
    "wrong-arguments",
    "`{action}` takes {wanted}, and {given} are given",
    "`{action}`有{wanted}，却给出了{given}个",
    "its arguments are: {names}",
    "它的参数依次为：{names}",
)
REPEATED_ARGUMENT = error(
    "repeated-argument",
    "the argument `{name}` is given twice",
    "参数`{name}`给出了两次",
    "keep one",
    "请只保留一个",
)
EMPTY_PATTERN = error(
    "empty-pattern",
    "no member is left: every one of {kind} is excluded",
    "没有剩余成员：{kind}的每个成员都被排除",
    "leave one out of the exclusion",
    "请少排除一个",
)
SAME_OUT_OF_PLACE = error(
    "same-out-of-place",
    "`same {name}` needs a proposed action with an argument `{name}` of this kind",
    "`同一 {name}`需要拟议行为具有同种类的参数`{name}`",
    "use it inside `count`, `since`, `days_since` or `ever`, in a rule or a proof about such "
    "an action",
    "请在针对此类行为的规则或证明中，于`次数`、`距今`、`距今天数`或`发生过`内使用",
)
TERM_WITHOUT_VALUE = error(
    "term-without-value",
    "the term `{name}` is used, but the policy gives it no value",
    "使用了参数`{name}`，但政策没有给出取值",
    "write `set {name} = …`, or `set {name} unspecified` where the text gives none",
    "请写`设定 {name} = …`；若原文没有给出，请写`设定 {name} 未定`",
)
BAD_LIMIT = error(
    "bad-limit",
    "a limit is a whole number, and this is {number}",
    "次数上限应为整数，此处为{number}",
    "write a whole number",
    "请写整数",
)
BAD_DURATION = error(
    "bad-duration",
    "`{text}` is no length of time",
    "`{text}`不是时长",
    "write days, hours, minutes, months or years",
    "请写天、小时、分钟、个月或年",
)
TOO_COMPLEX = error(
    "too-complex",
    "with its definitions written out, this condition makes more than {limit} comparisons",
    "把定义全部展开后，这个条件的比较超过{limit}次",
    "state it with fewer repetitions of the same definitions",
    "请减少对同一定义的重复引用",
)
CONSTANT_CONDITION = warning(
    "constant-condition",
    "`{text}` {result}, whatever the case",
    "无论何种情况，`{text}`{result}",
    "remove it, or correct it",
    "请删除或更正",
)
