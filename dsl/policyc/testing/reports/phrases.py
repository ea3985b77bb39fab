"""The fixed words of test reports in both languages."""

from collections.abc import Mapping

from policyc.analyse.reports.phrases import phrase
from policyc.diagnostics.diagnostic import Language
from policyc.testing.mutants import Change

TEST = phrase("test", "测试")
PROOF = phrase("proof", "证明")
CASES = phrase("case", "案例")

HAS_ERRORS = phrase("has errors, so nothing of it was tested", "存在错误，未作测试")
NOTHING = phrase("no tests, scenarios or proofs here", "此处没有测试、场景或证明")
LEGEND = phrase(
    "✓ as expected   ✗ not as expected   no mark: nothing was expected",
    "✓ 符合预期   ✗ 不符合预期   无标记：未作预期",
)
ASSUMED = phrase(
    "where the verdict turns on a count that the scenario does not state, it is taken as 0",
    "结论取决于场景未写明的次数时，该次数按0计",
)
NOT_ASKED = phrase("–", "–")

COVERAGE = phrase("what the tests try of {policy}", "测试对{policy}的覆盖情况")
EFFECTS = phrase("effects of rules seen live: {done} of {all}", "规则的效果曾经生效：{done}/{all}")
CONDITIONS = phrase(
    "conditions seen true and seen false: {done} of {all}", "条件既成立过也不成立过：{done}/{all}"
)
THRESHOLDS = phrase(
    "thresholds tried on both sides: {done} of {all}", "界限的两侧均已试过：{done}/{all}"
)
NEVER_LIVE = phrase("{rule}: `{effect}` is never live", "{rule}：`{effect}`从未生效")
NEVER_TRUE = phrase("{rule}: `{condition}` is never true", "{rule}：`{condition}`从未成立")
NEVER_FALSE = phrase("{rule}: `{condition}` is never false", "{rule}：`{condition}`从未不成立")
NEVER_EITHER = phrase(
    "{rule}: `{condition}` is never true and never false", "{rule}：`{condition}`从未被试过"
)
NOT_AT = phrase("{rule}: no case has `{at}`", "{rule}：没有`{at}`的案例")
NOT_BEYOND = phrase("{rule}: no case has `{beyond}`", "{rule}：没有`{beyond}`的案例")
NOT_EITHER = phrase(
    "{rule}: no case has `{at}`, and none has `{beyond}`",
    "{rule}：没有`{at}`的案例，也没有`{beyond}`的案例",
)
RULE = phrase("rule `{name}`", "规则`{name}`")
SCOPE = phrase("the scope", "适用范围")

MUTANTS = phrase("small changes of {policy}", "对{policy}的微小改动")
NOTICED = phrase("noticed by the tests: {done} of {all}", "被测试发现：{done}/{all}")
EQUIVALENT = phrase(
    "left out, since they change no verdict: {count}", "未计入（不改变任何结论）：{count}"
)
NOT_NOTICED = phrase(
    "not noticed, each with a test that would notice it:", "未被发现，各附一个可以发现它的测试："
)
UNSETTLED = phrase("(which case would show it was not found out)", "（未找到可以发现它的案例）")

CHANGES: Mapping[Change, Mapping[Language, str]] = {
    Change.DROP_RULE: phrase("{rule} is gone", "删去{rule}"),
    Change.FLIP_EFFECT: phrase(
        "{rule}: `{before}` becomes `{after}`", "{rule}：`{before}`改为`{after}`"
    ),
    Change.MOVE_THRESHOLD: phrase(
        "{rule}: `{before}` becomes `{after}`", "{rule}：`{before}`改为`{after}`"
    ),
    Change.NEGATE_CONDITION: phrase(
        "{rule}: `{before}` becomes `{after}`", "{rule}：`{before}`改为`{after}`"
    ),
    Change.DROP_UNLESS: phrase("{rule}: `unless {before}` is gone", "{rule}：删去`除非 {before}`"),
    Change.DROP_OVERRIDE: phrase(
        "{rule} no longer overrides `{overridden}`", "{rule}不再优先于`{overridden}`"
    ),
}

ALL_WELL = phrase("{things}: as expected", "{things}：全部符合预期")
SOME_FAILED = phrase("{things}: {failed} not as expected", "{things}：{failed}个不符合预期")


def counted(number: int, of: Mapping[Language, str], language: Language) -> str:
    """`3 tests`, `3个测试`."""
    if language == "zh":
        return f"{number}个{of['zh']}"
    return f"{number} {of['en']}{'' if number == 1 else 's'}"
