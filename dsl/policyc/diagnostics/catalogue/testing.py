"""Codes of tests and scenarios that do not come out as expected."""

from policyc.diagnostics.catalogue.entry import error, warning

WRONG_VERDICT = error(
    "wrong-verdict",
    "expected `{expected}` for {actions}, but `{policy}` says `{got}`",
    "预期{actions}为`{expected}`，但`{policy}`的结论是`{got}`",
    "{advice}",
    "{advice}",
)
NEVER_THE_VERDICT = error(
    "never-the-verdict",
    "expected `{expected}` for {actions}, and `{policy}` says that in no case like this",
    "预期{actions}为`{expected}`，但在这样的情形下`{policy}`从不给出该结论",
    "as things stand, `{policy}` says: {answers}",
    "目前`{policy}`的结论是：{answers}",
)
UNKNOWN_MATTERS = error(
    "unknown-matters",
    "expected `{expected}` for {actions}, but that turns on what is not given here: {unknown}",
    "预期{actions}为`{expected}`，但结论取决于此处未给出的{unknown}",
    "state it under `given`: as things stand, `{policy}` says: {answers}",
    "请在`给定`中写明：目前`{policy}`的结论是：{answers}",
)
OPEN_TERM_MATTERS = error(
    "open-term-matters",
    "expected `{expected}` for {actions}, but that turns on what the text leaves open: {unknown}",
    "预期{actions}为`{expected}`，但结论取决于原文未写明的{unknown}",
    "expect `undetermined`, or give the term a value here: as things stand, `{policy}` says: "
    "{answers}",
    "请改为预期`不能确定`，或在此处给出该参数的值：目前`{policy}`的结论是：{answers}",
)
RULE_NOT_DECIDING = error(
    "rule-not-deciding",
    "`{policy}` says `{got}` for {actions} as expected, but not by the rule `{rule}`",
    "`{policy}`对{actions}的结论如预期为`{got}`，但并非根据规则`{rule}`",
    "name a rule that decides, or change the rules",
    "请写明起决定作用的规则，或修改规则",
)
IMPOSSIBLE_CASE = error(
    "impossible-case",
    "`{policy}` admits no such case: {reason}",
    "`{policy}`不允许出现这样的案例：{reason}",
    "correct the facts under `given`",
    "请更正`给定`中的事实",
)
OTHER_MEANING = error(
    "other-meaning",
    "`{name}` means something else in `{policy}` than here",
    "`{name}`在`{policy}`中的含义与此处不同",
    "let both use one vocabulary",
    "请让两者采用同一词汇",
)
UNKNOWN_TO_POLICY = error(
    "unknown-to-policy",
    "`{policy}` speaks of no action {action}",
    "`{policy}`没有涉及行为{action}",
    "let both use one vocabulary",
    "请让两者采用同一词汇",
)
NOT_IN_FORCE = error(
    "not-in-force",
    "no version of `{policy}` is in force on {day}",
    "`{policy}`在{day}没有有效版本",
    "its versions: {versions}; {choose}",
    "已有版本：{versions}；{choose}",
)
UNSETTLED_TEST = error(
    "unsettled-test",
    "what `{policy}` says of {actions} could not be settled: {why}",
    "未能得出`{policy}`对{actions}的结论：{why}",
    "state more of the case under `given`",
    "请在`给定`中写明更多事实",
)
FAILED_PROOF = error(
    "failed-proof",
    "this does not hold in every case: for {actions} `{policy}` may say `{got}`",
    "这一点并非在所有情形下都成立：对{actions}，`{policy}`的结论可能是`{got}`",
    "change the claim, or the rules: the case below is a test to keep",
    "请更正断言，或修改规则：下面的案例可作为测试保留",
)
OPEN_PROOF = error(
    "open-proof",
    "whether this holds in every case could not be settled: {why}",
    "未能判定这一点是否在所有情形下都成立：{why}",
    "prove it for fewer actions, or under a narrower `when`",
    "请针对更少的行为，或在更窄的`当`条件下证明",
)
EMPTY_PROOF = warning(
    "empty-proof",
    "no case of `{policy}` satisfies the condition of this proof",
    "`{policy}`没有任何情形符合这一证明的条件",
    "check its condition against the policy's scope and assumptions: as it stands it holds "
    "whatever the rules say",
    "请对照政策的适用范围和假定检查其条件：目前无论规则怎么写，这一证明都成立",
)
