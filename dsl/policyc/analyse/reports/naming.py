"""What the policies of a report are called in it, and the speech for what they talk about."""

from collections.abc import Mapping, Sequence

import attrs

from policyc.analyse.example import Example
from policyc.analyse.stages import joint_stages
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
from policyc.space.grid.joint import Joint
from policyc.wording.regions import NamedStage, Teller
from policyc.wording.speech import Speech

_SIDES: Mapping[Language, tuple[str, str]] = {"en": ("left", "right"), "zh": ("左", "右")}


def shown_names(
    policies: Sequence[Policy], language: Language, references: Sequence[str] = ()
) -> tuple[str, ...]:
    """One name for each policy, no two alike: label or name, else as it was asked for.

    A label is used where the language's readers can read it.
    """
    names = [p.name for p in policies]
    if len(set(names)) == len(names):
        labels = [_name(policy, language) for policy in policies]
        names = labels if len(set(labels)) == len(labels) else names
    if len(set(names)) < len(names):
        dates = [p.period.start for p in policies]
        names = [f"{p.name}@{d}" if d else p.name for p, d in zip(policies, dates, strict=True)]
    if len(set(names)) < len(names) and len(set(references)) == len(names):
        names = list(references)
    if len(set(names)) < len(names):
        names = [
            f"{name} ({place})" for name, place in zip(names, _places(names, language), strict=True)
        ]
    return tuple(names)


def statute_names(
    policies: Mapping[int, str], statutes: Sequence[Policy], language: Language
) -> tuple[str, ...]:
    """What statutes are called beside policies, whose names are given by identity.

    A statute that is one of the policies keeps its name; another one of that name is told apart.
    """
    taken = set(policies.values())
    shown = zip(statutes, shown_names(statutes, language), strict=True)
    return tuple(
        policies[id(statute)]
        if id(statute) in policies
        else name + _STATUTE[language]
        if name in taken
        else name
        for statute, name in shown
    )


_STATUTE: Mapping[Language, str] = {"en": " (statute)", "zh": "（法规）"}


def _places(names: Sequence[str], language: Language) -> Sequence[str]:
    """What tells policies of one name apart: their places in the call."""
    return _SIDES[language] if len(names) == 2 else [str(i + 1) for i in range(len(names))]  # noqa: PLR2004  # a pair


def _name(policy: Policy, language: Language) -> str:
    """The label where it reads as a name: one word, in a script of the language."""
    label = policy.label
    if label is None or not label.strip():
        return policy.name
    readable = label.isidentifier() and (language == "zh" or label.isascii())
    return label if readable else policy.name


@attrs.frozen(eq=False)
class Naming:
    """How a report speaks: the policies' names and how cases are told."""

    language: Language
    names: tuple[str, ...]
    teller: Teller

    @property
    def speech(self) -> Speech:
        """The names of facts, actions and members."""
        return self.teller.speech


def naming(joint: Joint, language: Language, references: Sequence[str] = ()) -> Naming:
    """How a report on some policies speaks of their joint axes."""
    names = shown_names(joint.policies, language, references)
    speech = Speech(joint.axes, joint.vocabulary, language, labels=language == "zh")
    stages = [
        NamedStage(name, stage)
        for number, name in enumerate(names)
        for stage in joint_stages(joint, number)
    ]
    return Naming(language, names, Teller(speech, tuple(stages)))


def renamed(found: Naming, names: tuple[str, ...]) -> Naming:
    """The same with other names for the policies."""
    called = dict(zip(found.names, names, strict=True))
    stages = tuple(NamedStage(called[s.owner], s.stage) for s in found.teller.stages)
    return Naming(found.language, names, Teller(found.speech, stages))


def speech_of(speech: Speech, found: Example) -> Speech:
    """A speech that knows the facts of an example, those of its own action's history too."""
    if all(key in speech.axes for key in found.axes):
        return speech
    return attrs.evolve(speech, axes={**speech.axes, **found.axes})
