"""The texts that `policyc new` writes: short policies that check, pass, and say what they do."""

from collections.abc import Mapping
from types import MappingProxyType

from policyc.diagnostics.diagnostic import Language

_EN = """\
# What a published text says about collecting overdue debt, as rules next to its words.
#
#   policyc check NAME.policy             what is wrong with the rules
#   policyc test NAME.policy --coverage   whether the tests hold, and what they leave out
#   policyc show NAME.policy              the policy in plain sentences
#   policyc decide NAME.policy "contact(borrower, phone)" --given "overdue = 10, time = 21:00"
policy NAME

# The words that the rules may use: facts, actions, what happens. This vocabulary ships with
# policyc; a policy may declare more of each for itself.
uses collection

# The text itself, its date, and where it can be read. Each rule cites its place in it.
source article "Title of the text" dated 2025-01-01 at "https://example.org/text"

# Ranges of days by the names that the text gives them.
stages of overdue:
  reminding: 1..7 days
  calling: from 8 days

rule reminders "in the first week, reminders by message":
  when stage = reminding then allow contact(borrower, sms)
  cite article "1"

rule calls "from the second week on, calls":
  when stage = calling then allow contact(borrower, phone)
  cite article "2"

# Forbidding beats allowing: a quiet hour cuts into the permission to call.
rule quiet_hours "no calls from eight in the evening to eight in the morning":
  when time from 20:00 to 08:00 then forbid contact(any, phone)
  cite article "3"

rule call_cap "no more than three calls a day":
  limit contact(any, phone) to 3 per day
  cite article "3"

# What no rule can say is listed too, with the reason, so that nothing is lost in silence.
unmodelled "in a friendly tone" because "tone cannot be measured"
  cite article "1"

# A test tries one case. What `given` leaves out is unknown, and unknown is never read as no.
test "on day 8 the reminders end":
  given overdue = 8
  expect contact(borrower, sms) silent
  expect contact(borrower, letter) silent

# A table tries many: one row a case, and under the policy's name what it should say.
table "from the first day to the first call":
  given time = 10:00, count(contact(any, phone), today) = 0
  | overdue | ask                      | NAME    |
  | 0       | contact(borrower, sms)   | silent  |
  | 1       | contact(borrower, sms)   | allowed |
  | 7       | contact(borrower, sms)   | allowed |
  | 7       | contact(borrower, phone) | silent  |
  | 8       | contact(borrower, phone) | allowed |

table "hours and numbers of calls":
  given overdue = 10
  ask contact(borrower, phone)
  | time  | count(contact(any, phone), today) | NAME      |
  | 07:59 | 0                                 | forbidden |
  | 08:00 | 2                                 | allowed   |
  | 12:00 | 3                                 | forbidden |
  | 19:59 | 2                                 | allowed   |
  | 20:00 | 0                                 | forbidden |

# A proof covers every case there is; one that fails shows a case against it.
prove "nobody is called late in the evening":
  contact(any, phone) is always forbidden when time from 20:00 to 23:00
"""

_ZH = """\
# 把公开文本中的催收规则写成可以核对的政策，规则与原文一一对应。
#
#   policyc check NAME.policy --lang zh             检查规则有无问题
#   policyc test NAME.policy --coverage --lang zh   测试是否通过，还有哪些未测到
#   policyc show NAME.policy --lang zh              用通俗的语句展示政策
#   policyc decide NAME.policy "联系(本人, 电话)" --given "逾期 = 10, 当地时间 = 21:00" --lang zh
政策 NAME

# 规则可以使用的词汇：事实、行为、事件。collection 随 policyc 提供，政策也可以自行声明更多。
采用 collection

# 原文及其日期和网址。每条规则都写明在原文中的出处。
来源 article "文本的标题" 日期 2025-01-01 网址 "https://example.org/text"

# 按原文的叫法为各段天数命名。
阶段划分 逾期:
  提醒期: 1..7天
  电话期: 从 8天

规则 短信提醒 "第一周以短信提醒":
  当 阶段 = 提醒期 则 允许 联系(本人, 短信)
  依据 article "一"

规则 电话催收 "第二周起电话催收":
  当 阶段 = 电话期 则 允许 联系(本人, 电话)
  依据 article "二"

# 禁止优先于允许：安静时段会从“允许致电”中扣除。
规则 安静时段 "晚8点至早8点不得致电":
  当 当地时间 从 20:00 至 08:00 则 禁止 联系(任何, 电话)
  依据 article "三"

规则 次数上限 "每天致电不超过3次":
  限制 联系(任何, 电话) 至 3 次 每日
  依据 article "三"

# 无法写成规则的内容也要列出并说明原因，不能悄悄略去。
未建模 "语气友好" 因为 "语气无法衡量"
  依据 article "一"

# 测试只试一个案例。“给定”中没有写的事实视为未知，未知绝不等同于“否”。
测试 "第8天起不再短信提醒":
  给定 逾期 = 8
  预期 联系(本人, 短信) 未规定
  预期 联系(本人, 信函) 未规定

# 表格可以试多个案例：每行一个案例，政策名称下面写应有的结论。
表格 "从第一天到第一通电话":
  给定 当地时间 = 10:00, 次数(联系(任何, 电话), 今日) = 0
  | 逾期 | 询问             | NAME   |
  | 0    | 联系(本人, 短信) | 未规定 |
  | 1    | 联系(本人, 短信) | 允许   |
  | 7    | 联系(本人, 短信) | 允许   |
  | 7    | 联系(本人, 电话) | 未规定 |
  | 8    | 联系(本人, 电话) | 允许   |

表格 "致电的时段与次数":
  给定 逾期 = 10
  询问 联系(本人, 电话)
  | 当地时间 | 次数(联系(任何, 电话), 今日) | NAME |
  | 07:59    | 0                            | 禁止 |
  | 08:00    | 2                            | 允许 |
  | 12:00    | 3                            | 禁止 |
  | 19:59    | 2                            | 允许 |
  | 20:00    | 0                            | 禁止 |

# 证明涵盖所有情形;不成立时会给出一个反例。
证明 "深夜不得致电":
  联系(任何, 电话) 是 总是 禁止 当 当地时间 从 20:00 至 23:00
"""

STARTERS: Mapping[Language, str] = MappingProxyType({"en": _EN, "zh": _ZH})


def starter(name: str, language: Language) -> str:
    """A commented policy of this name in one of the two scripts."""
    return STARTERS[language].replace("NAME", name)
