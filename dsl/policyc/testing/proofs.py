"""The claims of policies about all cases, put to the proof."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from policyc.analyse.example import Example, example
from policyc.analyse.findings.words import as_test
from policyc.core.conditions import axes_of
from policyc.core.policy import Policy, Proof, Quantity
from policyc.diagnostics.catalogue import testing
from policyc.diagnostics.diagnostic import Diagnostic, Language, Wording
from policyc.elaborate.elaborator import Elaborated
from policyc.space.grid.joint import join
from policyc.space.questions.alone import Proved, prove
from policyc.space.replay import Witness
from policyc.space.undecided import Undecided
from policyc.testing import reasons
from policyc.testing.answers import Answer, answer
from policyc.testing.liveness import Known
from policyc.wording.verdicts import verdict_word


@attrs.frozen(eq=False)
class Claim:
    """A proof of a policy, and what is wrong with it; `counterexample` where it fails.

    A claim with `doubts` may hold all the same.
    """

    document: Elaborated
    proof: Proof
    counterexample: Example | None = None
    failures: tuple[Diagnostic, ...] = ()
    doubts: tuple[Diagnostic, ...] = ()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with it, and what is probably not meant."""
        return (*self.failures, *self.doubts)

    @property
    def passed(self) -> bool:
        """Whether the claim holds in every case of the policy's scope."""
        return not self.failures


def claims(documents: Iterable[Elaborated]) -> Iterator[Claim]:
    """Every proof of every policy without errors, decided, in the order of the texts."""
    for document in documents:
        if document.usable and document.policy is not None:
            for proof in document.policy.proofs:
                yield _decided(document, document.policy, proof)


def _decided(document: Elaborated, policy: Policy, proof: Proof) -> Claim:
    match prove(policy, proof):
        case Proved(empty=True):
            words: dict[str, Wording] = {"policy": policy.name}
            doubt = Diagnostic(testing.EMPTY_PROOF, proof.where, words)
            return Claim(document, proof, doubts=(doubt,))
        case Proved():
            return Claim(document, proof)
        case Undecided(why):
            finding = Diagnostic(testing.OPEN_PROOF, proof.where, {"why": why})
            return Claim(document, proof, failures=(finding,))
        case Witness() as found:
            joint = join((policy,))
            shown = example(joint, found, axes_of(joint.condition(0, proof.guard)))
            return Claim(document, proof, shown, (_failed(policy, proof, shown),))


def _failed(policy: Policy, proof: Proof, shown: Example) -> Diagnostic:
    """What the policy says in the counterexample, by which rules, and the case as a test."""
    (outcome,) = shown.outcomes
    said = answer(policy, shown.action, shown.facts)
    assert isinstance(said, Answer), "the facts of an example settle the verdict"
    known = Known.of(policy, shown.action, shown.facts)
    remarks = [*reasons.deciding(said, known), *_lacking(known, proof)]
    places, remarked = reasons.related(policy, remarks)
    words: dict[str, Wording] = {
        **remarked,
        "policy": policy.name,
        "actions": reasons.actions_words(policy, [shown.action]),
        "got": reasons.both(lambda language: verdict_word(outcome.verdict, language)),
    }
    title = {language: proof.title or untitled for language, untitled in _UNTITLED.items()}
    return Diagnostic(
        testing.FAILED_PROOF,
        proof.where,
        words,
        places,
        witness=as_test(policy, shown, title),
    )


_UNTITLED: Mapping[Language, str] = {"en": "counterexample", "zh": "反例"}
"""What the case of a proof without a title is called."""


def _lacking(known: Known, proof: Proof) -> Iterable[reasons.Remark]:
    """The rules that would give the claimed verdict, where one is claimed."""
    return reasons.lacking(known, proof.verdict) if proof.quantity is Quantity.IS else ()
