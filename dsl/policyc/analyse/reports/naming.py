"""What the policies of a report are called in it, and the speech for what they talk about."""

import re
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

    A label is used where the language's readers can read it, and no other policy has the name or
    the label. Only those that would go by one name are told apart by more.
    """
    names = [policy.name for policy in policies]
    labels = [_label(policy, language) for policy in policies]
    shown = [
        name if label is None or names.count(name) > 1 or labels.count(label) > 1 else label
        for name, label in zip(names, labels, strict=True)
    ]
    shown = _told_apart(shown, [_dated(policy) for policy in policies])
    if references:
        shown = _told_apart(shown, references)
    return tuple(_told_apart(shown, _placed(shown, language)))


def _told_apart(names: Sequence[str], longer: Sequence[str]) -> list[str]:
    """The names; where two are alike, what stands for them in `longer`."""
    pairs = zip(names, longer, strict=True)
    return [other if names.count(name) > 1 else name for name, other in pairs]


def _dated(policy: Policy) -> str:
    """The name with the day on which the version begins, if it has one."""
    start = policy.period.start
    return f"{policy.name}@{start}" if start else policy.name


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


def _placed(names: Sequence[str], language: Language) -> list[str]:
    """The names with what always tells policies apart: their places in the call."""
    count = len(names)
    places = _SIDES[language] if count == 2 else [str(i + 1) for i in range(count)]  # noqa: PLR2004  # a pair
    return [f"{name} ({place})" for name, place in zip(names, places, strict=True)]


def _label(policy: Policy, language: Language) -> str | None:
    """The label where it reads as a name in the language; `None` for others.

    In Chinese any that is Chinese does, brackets and all; else it has to be one word.
    """
    label = policy.label
    if label is None:
        return None
    if language == "zh" and _HAN.search(label):
        return label
    readable = label.isidentifier() and (language == "zh" or label.isascii())
    return label if readable else None


_HAN = re.compile("[\u4e00-\u9fff]")
"""A Chinese character."""


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
