"""A workload as a person would write it: a vocabulary and policies, as text."""

from collections.abc import Iterable, Iterator

from benchmarks.decide.workload import (
    CHANNELS,
    TARGETS,
    Between,
    Fact,
    Is,
    OneOf,
    Outside,
    Rule,
    Test,
    Workload,
)

_MINUTE = 60


def vocabulary_text(workload: Workload) -> str:
    """The vocabulary `words` of a workload's rules."""
    return "\n".join(
        [
            "vocabulary words",
            "subject borrower",
            f"kind target: {', '.join(TARGETS)}",
            f"kind channel: {', '.join(CHANNELS)}",
            "action contact (target, channel)",
            *(line for fact in workload.facts for line in _fact(fact)),
        ]
    )


def policy_text(name: str, rules: Iterable[Rule]) -> str:
    """A policy of these rules that uses the vocabulary `words`."""
    return "\n".join([f"policy {name}", "uses words", *map(rule_text, rules)])


def _fact(fact: Fact) -> Iterator[str]:
    if fact.members:
        yield f"kind {fact.name}_kind: {', '.join(fact.members)}"
        yield f"fact {fact.name}: {fact.name}_kind"
    elif fact.name == "time":
        yield "fact time: time of day"
    elif fact.lower is None:
        yield f"fact {fact.name}: yes/no"
    else:
        yield f"fact {fact.name}: count from {fact.lower} to {fact.upper}"


def rule_text(rule: Rule) -> str:
    """A rule in the language."""
    condition = "\n   and ".join(map(_condition, rule.tests))
    arguments = ", ".join(" | ".join(c) or "any" for c in (rule.targets, rule.channels))
    return f"\nrule {rule.name}:\n  when {condition}\n  then {rule.effect} contact({arguments})"


def _condition(test: Test) -> str:
    match test:
        case Is(fact, value):
            return fact if value else f"not {fact}"
        case OneOf(fact, (value,)):
            return f"{fact} = {value}"
        case OneOf(fact, values):
            return f"{fact} in {{{', '.join(map(str, values))}}}"
        case Outside(fact, lower, upper):
            return f"{fact} from {_time(upper)} to {_time(lower)}"
        case Between("time", int(lower), int(upper)):
            return f"time from {_time(lower)} to {_time(upper)}"
        case Between(fact, None, upper):
            return f"{fact} < {upper}"
        case Between(fact, lower, None):
            return f"{fact} >= {lower}"
        case Between(fact, lower, upper):
            return f"{fact} from {lower} to {upper}"
        case _:
            raise ValueError(test)


def _time(seconds: int) -> str:
    hours, minutes = divmod(seconds // _MINUTE, _MINUTE)
    return f"{hours:02}:{minutes:02}"
