"""Findings that show each part of a report, in a policy of both scripts."""

from policyc.diagnostics.diagnostic import Code, Diagnostic, Fix, Related, Severity
from policyc.source import Source, Span

LENDER = Source(
    "policies/lender.policy",
    """\
policy lender "天星金融"
fact overdue: days

rule 紧急联系人 "第16天起":
\twhen overdu >= 16 且 失联 > 72h then allow contact(emergency)
rule masked: when overdue >= 20 then
  allow contact(emergency)
rule long: when overdue >= 1 or overdue >= 2 or overdue >= 3 or overdue >= 4 or overdue >= 5 \
or amount = 12_000 EUR or overdue >= 6 or overdue >= 7 or overdue >= 8 then forbid contact(any)
""",
)

UNKNOWN_FACT = Code(
    "unknown-fact",
    Severity.ERROR,
    {"en": "there is no fact `{name}`", "zh": "没有名为“{name}”的事实"},
    {"en": "did you mean `{nearest}`?", "zh": "是不是想写“{nearest}”？"},
)
MASKED_RULE = Code(
    "masked-rule",
    Severity.WARNING,
    {"en": "rule `{rule}` never decides anything", "zh": "规则“{rule}”从不起决定作用"},
    {"en": "remove it, or let it override `{by}`", "zh": "请删除它，或让它优先于“{by}”"},
)
MIXED_CURRENCIES = Code(
    "mixed-currencies",
    Severity.ERROR,
    {"en": "{left} cannot be compared with {right}", "zh": "{left}不能与{right}比较"},
)
NO_POLICY = Code(
    "no-policy", Severity.NOTE, {"en": "`{path}` holds no policy", "zh": "“{path}”里没有政策"}
)


def place(marked: str, source: Source = LENDER) -> Span:
    """The span of the first occurrence of a text."""
    start = source.text.index(marked)
    return Span(source, start, start + len(marked))


def inside(marked: str, context: str) -> Span:
    """The span of a text within the first occurrence of a longer one."""
    around = place(context)
    start = around.start + context.index(marked)
    return Span(LENDER, start, start + len(marked))


MISSPELT = Diagnostic(
    UNKNOWN_FACT,
    inside("overdu", "when overdu "),
    {"name": "overdu", "nearest": "overdue"},
    related=(
        Related(
            inside("overdue", "fact overdue"),
            {"en": "`{nearest}` is declared here", "zh": "“{nearest}”在此声明"},
        ),
    ),
    fix=Fix(inside("overdu", "when overdu "), "overdue"),
)
MASKED = Diagnostic(
    MASKED_RULE,
    place("when overdue >= 20 then\n  allow contact(emergency)"),
    {"rule": "masked", "by": "紧急联系人"},
    related=(Related(place("紧急联系人"), {"en": "`{by}` covers it", "zh": "“{by}”已涵盖它"}),),
    fix=Fix(place("rule masked: when overdue >= 20 then\n  allow contact(emergency)\n"), ""),
    witness="""\
test "masked":
  given overdue = 20
  expect contact(emergency, phone) allowed by 紧急联系人""",
)
CUT = Diagnostic(MIXED_CURRENCIES, place("12_000 EUR"), {"left": "CNY", "right": "EUR"})
NOWHERE = Diagnostic(NO_POLICY, None, {"path": "empty.policy"})

ALL = (MISSPELT, MASKED, CUT, NOWHERE)
