"""Codes of questions to a policy: which one, about what action, in which case."""

from policyc.diagnostics.catalogue.entry import error

NO_SUCH_POLICY = error(
    "no-such-policy",
    "there is no policy `{name}` {where}",
    "{where}找不到政策`{name}`",
    "{advice}",
    "{advice}",
)
NO_POLICY_THERE = error(
    "no-policy-there",
    "`{place}` holds no policy",
    "`{place}`中没有政策",
    "name a document that begins with `policy`, or a file with rules",
    "请指定以`政策`开头的文档，或包含规则的文件",
)
SEVERAL_POLICIES = error(
    "several-policies",
    "`{place}` holds several policies",
    "`{place}`中有多个政策",
    "name one of them: {names}",
    "请指定其中之一：{names}",
)
NOT_JSON = error(
    "not-json",
    "this is no JSON: {reason}",
    "这不是有效的JSON：{reason}",
    'write one object of facts and values, as in {{"overdue": 20, "unreachable": "73h"}}',
    '请写一个由事实和值组成的对象，例如{{"overdue": 20, "unreachable": "73h"}}',
)
REPEATED_KEY = error(
    "repeated-key",
    "`{name}` is given twice",
    "`{name}`给出了两次",
    "keep one of the two",
    "请只保留一处",
)
NOT_A_CASE = error(
    "not-a-case",
    "a case is an object of facts and values, and this is {found}",
    "案例应为由事实和值组成的对象，此处却是{found}",
    'write it as in {{"overdue": 20, "unreachable": "73h"}}',
    '请写成{{"overdue": 20, "unreachable": "73h"}}的形式',
)
TOO_MUCH = error(
    "too-much",
    "this case has more than {limit} {what}",
    "此案例的{what}超过{limit}个",
    "leave out what the policy does not ask for",
    "请去掉政策用不到的内容",
)
WRONG_FACT_VALUE = error(
    "wrong-fact-value",
    "`{name}` is {wanted}, and {value} is given",
    "`{name}`应为{wanted}，却给出了{value}",
    "write {example}",
    "请写{example}",
)
INEXACT_NUMBER = error(
    "inexact-number",
    "`{name}` is given as {value}, a binary fraction that stands only near the number meant",
    "`{name}`以二进制小数{value}给出，只是近似于所要表达的数",
    "give an `int`, a `Decimal`, a `Fraction`, or a text such as {example}",
    "请给出`int`、`Decimal`、`Fraction`，或{example}这样的文本",
)
NO_ACTION = error(
    "no-action",
    "this case asks about no action",
    "此案例没有询问任何行为",
    'give it under "ask", as in "ask": "contact(emergency, phone)"',
    '请写在"ask"中，例如"ask": "contact(emergency, phone)"',
)
NOT_AN_ACTION = error(
    "not-an-action",
    "an action is a text of the language, and {value} is given",
    "行为应为语言文本，却给出了{value}",
    'write it as in "contact(emergency, phone)"',
    '请写成"contact(emergency, phone)"的形式',
)
NOT_GROUND = error(
    "not-ground",
    "`{text}` names several actions, and one is needed here",
    "`{text}`代表多个行为，此处需要其中一个",
    "give every argument one member: {example}",
    "请为每个参数给出一个成员：{example}",
)
HISTORY_WITHOUT_NOW = error(
    "history-without-now",
    'a "history" is given, and no "now" to look back from',
    '给出了"history"，却没有回顾的时点"now"',
    'say when the action is proposed, as in "now": "2025-05-06T10:00"',
    '请写明提出行为的时间，例如"now": "2025-05-06T10:00"',
)
NO_MOMENT = error(
    "no-moment",
    "{place} is {value}, which is no date and time",
    "{place}为{value}，不是日期和时间",
    'write it as in "2025-05-05T10:00", perhaps with an offset as in "2025-05-05T10:00+08:00"',
    '请写成"2025-05-05T10:00"的形式，可带时差，例如"2025-05-05T10:00+08:00"',
)
NOT_AN_EVENT = error(
    "not-an-event",
    "{place} says nothing of what happened: {reason}",
    "{place}没有写明发生了什么：{reason}",
    'write it as in {{"at": "2025-05-05T10:00", "action": "contact(borrower, phone)"}}',
    '请写成{{"at": "2025-05-05T10:00", "action": "contact(borrower, phone)"}}的形式',
)
AFTER_NOW = error(
    "after-now",
    "{place} is at {at}, after the moment {now} that is decided about",
    "{place}发生在{at}，晚于所判断的时点{now}",
    "leave out what has not happened yet",
    "请去掉尚未发生的事件",
)
MIXED_OFFSETS = error(
    "mixed-offsets",
    "{place} is at {at} and now is {now}: their clocks differ, and days are counted by one clock",
    "{place}的时间为{at}，当前时点为{now}：两者时差不同，而日期须按同一时钟计算",
    'name the time zone, as in "timezone": "Asia/Shanghai", or give all times by one clock',
    '请写明时区，例如"timezone": "Asia/Shanghai"，或让所有时间采用同一时钟',
)
UNKNOWN_TIME_ZONE = error(
    "unknown-time-zone",
    "there is no time zone {value}",
    "没有名为{value}的时区",
    'write a name of the IANA database, as in "Asia/Shanghai"',
    '请写IANA时区数据库中的名称，例如"Asia/Shanghai"',
)
DOUBTFUL_TIME = error(
    "doubtful-time",
    "{place} is at {at}, a time that the clocks of {zone} {why} that day",
    "{place}的时间为{at}，这一时刻在{zone}的时钟上当天{why}",
    "write it with its offset, as in {example}",
    "请写明时差，例如{example}",
)
MISSING_SUBJECT = error(
    "missing-subject",
    "`{key}` looks at one {subject} only, and {place} does not say which {subject} it is about",
    "`{key}`只看同一个`{subject}`，而{place}没有写明是哪一个",
    'add it, as in "{subject}": "A-17"',
    '请加上，例如"{subject}": "A-17"',
)
NOT_A_SUBJECT = error(
    "not-a-subject",
    "`{subject}` in {place} is {value}, and a text or a whole number is needed",
    "{place}中的`{subject}`为{value}，此处需要文本或整数",
    'write it as in "{subject}": "A-17"',
    '请写成"{subject}": "A-17"的形式',
)
STATED_OTHERWISE = error(
    "stated-otherwise",
    "`{name}` is given as {stated}, and by the history it is {derived}",
    "`{name}`给出的值为{stated}，而按历史记录应为{derived}",
    "leave one of the two out",
    "请去掉其中之一",
)
FACT_NEEDED = error(
    "fact-needed",
    "the answer needs `{name}`, which the case does not state",
    "得出结论需要`{name}`，而案例没有给出",
    "state it, or ask in a way that admits unknown facts",
    "请给出该事实，或改用允许未知事实的提问方式",
)
