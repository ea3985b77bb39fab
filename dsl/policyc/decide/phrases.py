"""The sentences that decisions are told in, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType

from policyc.core.policy import Effect, Verdict
from policyc.diagnostics.diagnostic import Language

Sentences = Mapping[Language, str]


def _both(english: str, chinese: str) -> Sentences:
    return MappingProxyType({"en": english, "zh": chinese})


VERDICT: Mapping[Verdict, Sentences] = MappingProxyType(
    {
        Verdict.CONFLICT: _both(
            "{action}: conflict, {policy} both requires and forbids it",
            "{action}：冲突，{policy}既要求又禁止",
        ),
        Verdict.FORBIDDEN: _both("{action} is forbidden by {policy}", "{policy}禁止{action}"),
        Verdict.REQUIRED: _both("{action} is required by {policy}", "按{policy}，必须{action}"),
        Verdict.DISCOURAGED: _both(
            "{action} is discouraged by {policy}", "按{policy}，不宜{action}"
        ),
        Verdict.RECOMMENDED: _both("{action} is recommended by {policy}", "{policy}建议{action}"),
        Verdict.ALLOWED: _both("{action} is allowed by {policy}", "{policy}允许{action}"),
        Verdict.SILENT: _both(
            "{policy} is silent about {action} in this case", "{policy}在此情形下未规定{action}"
        ),
        Verdict.UNDETERMINED: _both(
            "{action} is undetermined by {policy}: it turns on what is not known here",
            "{policy}对{action}的结论不能确定，取决于此处尚不清楚的情况",
        ),
    }
)
"""What a policy says of an action."""

EFFECT: Mapping[Effect, Sentences] = MappingProxyType(
    {
        Effect.FORBID: _both("forbids it", "禁止"),
        Effect.REQUIRE: _both("requires it", "要求"),
        Effect.DISCOURAGE: _both("advises against it", "认为不宜"),
        Effect.RECOMMEND: _both("recommends it", "建议"),
        Effect.ALLOW: _both("allows it", "允许"),
    }
)
"""What a rule does to an action."""

REBUTTABLE = _both("a presumption that can be rebutted", "该推定可以反驳")
BECAUSE = _both("because", "理由")
ALTHOUGH = _both("although", "尽管")
IN_ANY_CASE = _both("in any case", "无论如何")
POSSIBLY = _both("perhaps too", "可能还有")
OVERRIDDEN = _both("overridden", "被优先规则排除")
DUTY = _both("duty", "义务")
MET = _both("met", "已满足")
UNMET = _both("not met", "未满足")
SOURCES = _both("sources", "来源")
ATTESTED = _both("{source} ({attested})", "{source}（{attested}）")
IF = _both("if {condition}", "若{condition}")
OUTCOME = _both("{verdict} if {condition}", "若{condition}，则{verdict}")
OTHERWISE = _both("{verdict} otherwise", "否则{verdict}")
DEPENDS = _both("not stated", "尚未给出")
OPEN = _both("left open by the text", "原文未写明")
UNDECIDED = _both("could not be settled: {why}", "未能得出结论：{why}")
ALREADY = _both("it is {verdict} as things stand", "目前的结论就是{verdict}")
WOULD_BE = _both("it would be {verdict} with", "若要{verdict}，需要")
NO_WAY = _both("no change of facts would make it {verdict}", "无论事实如何改变，都不会是{verdict}")
IF_TERMS = _both("if the text's {terms}", "前提是原文的{terms}")
WOULD_BE_IF_TERMS = _both(
    "it would be {verdict} if the text's {terms}", "若原文的{terms}，则会是{verdict}"
)
TERM_IS = _both("{term} is {value}", "{term}为{value}")
INSTEAD = _both("{after} instead of {before}", "{after}（现为{before}）")

BY_JUDGEMENT = _both("{fact} (by judgement)", "{fact}（凭判断）")
"""A fact that only a person can supply."""

_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "too many combinations of unknown facts": "未知事实的组合过多",
        "too many combinations of facts": "事实的组合过多",
        "too many facts that could be changed": "可以改变的事实过多",
    }
)


def reason(why: str, language: Language) -> str:
    """Why a question was not settled."""
    return _REASONS.get(why, why) if language == "zh" else why
