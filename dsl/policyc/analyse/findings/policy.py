"""Everything that a look at every case finds wrong with one policy."""

from collections.abc import Iterable, Iterator, Sequence

from policyc.analyse.findings.gaps import silences
from policyc.analyse.findings.rules import clashes, idle_rules
from policyc.analyse.findings.statutes import breaches
from policyc.analyse.findings.words import LANGUAGES
from policyc.core.policy import Policy
from policyc.diagnostics.catalogue import analysing
from policyc.diagnostics.diagnostic import Diagnostic, Language, Wording
from policyc.space.questions.alone import unsatisfiable
from policyc.space.space import Space
from policyc.space.undecided import Undecided
from policyc.wording.conditions import condition_text
from policyc.wording.speech import Speech


def policy_findings(
    policy: Policy,
    statutes: Sequence[Policy] = (),
    silence: Sequence[str] = (),
    known: Iterable[Diagnostic] = (),
) -> Iterator[Diagnostic]:
    """The findings about a policy and the statutes that it is subject to.

    `silence` names actions of which to report where the policy says nothing. Rules that `known`
    findings already call idle are not called so again. What was not settled
    within the budget is counted in one finding. Where its assumptions rule out every case, that is
    the one finding.
    """
    impossible = list(_impossible(policy))
    if impossible:
        yield from impossible
        return
    space = Space((policy,), [policy.scope] if silence else [])
    unsettled: list[Undecided] = []
    found = [*idle_rules(space, policy, list(known)), *clashes(space, policy)]
    for statute in statutes:
        found += breaches(policy, statute)
    for action in silence:
        found += silences(space, policy, action)
    for each in found:
        if isinstance(each, Undecided):
            unsettled.append(each)
        else:
            yield each
    if unsettled:
        yield _unsettled(policy, unsettled)


def _impossible(policy: Policy) -> Iterator[Diagnostic]:
    """The assumptions that no case satisfies together, if there are such."""
    found = unsatisfiable(policy)
    if isinstance(found, Undecided) or not found:
        return
    told: dict[Language, str] = {
        language: ("；" if language == "zh" else "; ").join(
            condition_text(Speech.of(policy, language), assumption.condition)
            for assumption in found
        )
        for language in LANGUAGES
    }
    words: dict[str, Wording] = {"policy": policy.name, "assumptions": told}
    yield Diagnostic(analysing.IMPOSSIBLE_ASSUMPTIONS, found[0].where or policy.where, words)


def _unsettled(policy: Policy, found: Sequence[Undecided]) -> Diagnostic:
    what = "; ".join(dict.fromkeys(each.why for each in found))
    words = {"policy": policy.name, "count": str(len(found)), "what": what}
    return Diagnostic(analysing.UNSETTLED_QUESTIONS, policy.where, words)
