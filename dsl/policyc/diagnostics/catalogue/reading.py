"""Codes of what cannot be read: files, characters, sentences."""

from policyc.diagnostics.catalogue.entry import error

UNREADABLE_FILE = error(
    "unreadable-file",
    "`{path}` cannot be read: {reason}",
    "无法读取`{path}`：{reason}",
    "check the path and that you may read the file",
    "请检查路径以及是否有读取权限",
)
UNWRITABLE_FILE = error(
    "unwritable-file",
    "`{path}` cannot be written: {reason}",
    "无法写入`{path}`：{reason}",
    "check that the folder exists and that you may write there",
    "请检查文件夹是否存在以及是否有写入权限",
)
NOT_UTF8 = error(
    "not-utf8",
    "`{path}` is not UTF-8 text: byte {offset} cannot be decoded",
    "`{path}`不是UTF-8文本：第{offset}个字节无法解码",
    "save the file as UTF-8",
    "请将文件另存为UTF-8编码",
)
TOO_LARGE = error(
    "too-large",
    "`{path}` is larger than {limit}",
    "`{path}`超过{limit}",
    "split it into smaller ones",
    "请拆分成较小的几份",
)
UNKNOWN_CHARACTER = error(
    "unknown-character",
    "the character {character} means nothing here",
    "此处的字符{character}没有意义",
    "delete it",
    "请删除该字符",
)
UNCLOSED_TEXT = error(
    "unclosed-text",
    "the text that begins here has no closing quote on its line",
    "从这里开始的文本在本行没有结束引号",
    'end it with `"`',
    '请以`"`结束',
)
LONG_NUMBER = error(
    "long-number",
    "this number has more than {limit} digits",
    "这个数字超过{limit}位",
    "write a number that a person could have published",
    "请写一个合理的数字",
)
TOO_DEEP = error(
    "too-deep",
    "this is nested more than {limit} levels deep",
    "此处嵌套超过{limit}层",
    "name a part with `define` and use the name",
    "请用`define`（定义）为其中一部分命名后引用",
)
MISSPELT_WORD = error(
    "misspelt-word",
    "`{word}` does not fit here",
    "`{word}`不能用在这里",
    "did you mean `{suggestion}`?",
    "是否想写`{suggestion}`？",
)
MISSING_WORD = error(
    "missing-word",
    "`{missing}` is missing {where}",
    "{where}缺少`{missing}`",
    "write `{missing}` there",
    "请在该处加上`{missing}`",
)
MISSING_VALUE = error(
    "missing-value",
    "something is missing before {before}",
    "{before}之前缺少内容",
    "what may stand there: {expected}",
    "该处可以是：{expected}",
)
UNSPACED_WORDS = error(
    "unspaced-words",
    "the words of `{word}` are not separated",
    "`{word}`中的词没有分开",
    "write `{suggestion}`, with spaces",
    "请用空格分开，写作`{suggestion}`",
)
OTHER_NOTATION = error(
    "other-notation",
    "{kind} are not written like `{text}`",
    "{kind}不能写作`{text}`",
    "write `{suggestion}`",
    "请写作`{suggestion}`",
)
WORD_ORDER = error(
    "word-order",
    "`{first}` stands before `{second}`, and belongs after it",
    "`{first}`写在`{second}`之前，应在其后",
    "write `{suggestion}`",
    "请写作`{suggestion}`",
)
LAST_DAY = error(
    "last-day",
    "`{text}` does not fit here: `until` ends a period, and names the first day after it",
    "`{text}`不能用在这里：期间以`直至`结束，所写的是失效的第一天",
    "write `{suggestion}` if {day} is the last day",
    "若{day}是最后一天，请写`{suggestion}`",
)
LIMIT_WITHOUT_PERIOD = error(
    "limit-without-period",
    "this limit does not say in what period",
    "此限制没有写明是多长时间内的次数",
    "add `per day`, `per week`, `per month` or `in any 7 days`; for all time together, write"
    " `when count({action}) >= {number} then forbid {action}` instead",
    "请加上`每日`、`每周`、`每月`或`任意 7天`；若指总共的次数，"
    "请改写为`当 次数({action}) >= {number} 则 禁止 {action}`",
)
UNFINISHED_STATEMENT = error(
    "unfinished-statement",
    "the {statement} stops here, before it is complete",
    "{statement}到此为止，没有写完",
    "what may come next: {expected}",
    "接下来可以是：{expected}",
)
UNEXPECTED_WORD = error(
    "unexpected-word",
    "{word} cannot stand here",
    "此处不能出现{word}",
    "what may stand here: {expected}",
    "此处可以是：{expected}",
)
REPEATED_MARK = error(
    "repeated-mark",
    "{mark} says again what this statement has said already",
    "{mark}重复了本语句已经说明的内容",
    "keep one of the two",
    "请只保留一处",
)
STRAY_WORD = error(
    "stray-word",
    "{word} is part of a statement, and none is open that it could belong to",
    "{word}是语句的一部分，但此处没有它可以归属的语句",
    "put it into the rule or the test that it belongs to, before the next statement begins",
    "请把它放到所属的规则或测试中，在下一条语句开始之前",
)
UNKNOWN_STATEMENT = error(
    "unknown-statement",
    "no statement begins with {word}",
    "没有以{word}开头的语句",
    "statements begin with words like `rule`, `when`, `allow`, `forbid`, `fact`, `test`",
    "语句以`规则`、`当`、`允许`、`禁止`、`事实`、`测试`等词开头",
)
EMPTY_FILE = error(
    "empty-file",
    "the file says nothing",
    "文件中没有任何内容",
    "write a document, or at least one rule",
    "请至少写一条规则",
)
NO_POLICIES = error(
    "no-policies",
    "there is no `*{suffix}` file in `{path}`",
    "`{path}`中没有`*{suffix}`文件",
    "name a file, or a folder that holds some",
    "请指定文件，或包含此类文件的文件夹",
)
