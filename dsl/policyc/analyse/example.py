"""A case as an example for a reader: the facts that matter, keyed as a case is asked about."""

from collections.abc import Iterable, Mapping

import attrs

from policyc.analyse.essential import Speakers, essential
from policyc.core.actions import Ground
from policyc.core.axes import Axis, Fact, OpenTerm, Value
from policyc.core.keys import grounded_history, history_key, is_relative
from policyc.core.meaning import Outcome
from policyc.space.grid.joint import Joint
from policyc.space.replay import Witness


@attrs.frozen(eq=False)
class Example:
    """An action, the facts that settle every policy's verdict on it, and what each policy says.

    `facts` are keyed as `decide` wants them, `axes` says what each fact of the case is; asked with
    these facts alone each policy gives its outcome's verdict. `whole` is the complete case by joint
    keys.
    """

    action: Ground
    facts: Mapping[str, Value]
    axes: Mapping[str, Axis]
    outcomes: tuple[Outcome, ...]
    whole: Mapping[str, Value]


def changed_facts(joint: Joint, before: Example, after: Example) -> dict[str, Value]:
    """What the second example states that the first does not, by the second action's keys.

    That is what is otherwise, and what its verdicts turn on and those of the first do not.
    """
    stated = {
        grounded_axis(joint, joint.axes[key], after.action).key: value
        for key, value in after.whole.items()
        if before.whole.get(key) != value
    }
    return stated | {k: v for k, v in after.facts.items() if k not in before.facts}


def example(
    joint: Joint, witness: Witness, shown: Iterable[str] = (), known: Speakers | None = None
) -> Example:
    """The example that a witness makes. Facts in `shown` are kept whether or not they matter."""
    kept = essential(joint, witness.action, witness.case, frozenset(shown), known)
    axes = {key: grounded_axis(joint, joint.axes[key], witness.action) for key in witness.case}
    facts: dict[str, Value] = {}
    for key, value in kept.items():
        facts.setdefault(axes[key].key, value)
    return Example(
        witness.action,
        facts,
        {axis.key: axis for axis in axes.values()},
        witness.outcomes,
        witness.case,
    )


def grounded_axis(joint: Joint, axis: Axis, action: Ground) -> Axis:
    """The axis that stands for an axis when one action is proposed: no `same` is left in it."""
    if isinstance(axis.origin, Fact | OpenTerm) or not is_relative(axis):
        return axis
    try:
        history = grounded_history(joint.vocabulary, axis.origin, action)
    except KeyError:
        return axis  # of an argument that this action does not have: nothing here turns on it
    return attrs.evolve(axis, key=history_key(joint.vocabulary, history), origin=history)
