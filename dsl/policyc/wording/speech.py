"""Under which names things go in a text: labels where they are wanted and would be understood."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from policyc.core.actions import Kind, Signature, Vocabulary
from policyc.core.axes import Axis, Members
from policyc.core.policy import Policy
from policyc.diagnostics.diagnostic import Language
from policyc.syntax.format.names import can_be_a_name

Named = tuple[str, str | None]
"""A name and its label."""


@attrs.frozen(eq=False)
class Speech:
    """What is needed to speak of a policy's conditions in one language.

    `axes` holds every axis that may be spoken of; `taken` the names and labels of other things that
    an expression may name (definitions, known terms). With `labels`, things go by their labels; by
    their names where a label could be misread: one that several things have, that is another's
    name, that is a word of the language, or that is no name at all.
    """

    axes: Mapping[str, Axis] = attrs.field(repr=False)
    vocabulary: Vocabulary = attrs.field(repr=False)
    language: Language = "en"
    labels: bool = False
    taken: frozenset[str] = attrs.field(factory=frozenset, repr=False)
    _values: Mapping[str, str] = attrs.field(init=False, repr=False)
    _signatures: Mapping[str, str] = attrs.field(init=False, repr=False)
    _members: Mapping[str, Mapping[str, str]] = attrs.field(init=False, repr=False)
    _parameters: Mapping[str, str] = attrs.field(init=False, repr=False)
    _said: dict[object, str] = attrs.field(init=False, factory=dict, repr=False)

    @classmethod
    def of(cls, policy: Policy, language: Language = "en") -> "Speech":
        """How to speak of a policy: in Chinese by labels, in English by names."""
        known = [t for t in policy.terms.values() if t.name not in policy.axes]
        others: list[Named] = [(d.name, d.label) for d in policy.definitions]
        others += [(t.name, t.label) for t in known]
        taken = frozenset(word for named in others for word in named if word is not None)
        labels = language == "zh"
        return cls(policy.axes, policy.vocabulary, language, labels=labels, taken=taken)

    @_values.default
    def _name_values(self) -> Mapping[str, str]:
        return self._chosen(((a.key, a.label) for a in self.axes.values()), self.taken)

    @_signatures.default
    def _name_signatures(self) -> Mapping[str, str]:
        signatures = (*self.vocabulary.actions.values(), *self.vocabulary.events.values())
        return self._chosen((s.name, s.label) for s in signatures)

    @_members.default
    def _name_members(self) -> Mapping[str, Mapping[str, str]]:
        """The members' labels by kind; what is a fact's name too is taken for the fact."""
        facts = frozenset(w for a in self.axes.values() for w in (a.key, a.label) if w)
        return {
            kind.name: self._chosen(_members(kind), facts | self.taken) for kind in self._kinds()
        }

    @_parameters.default
    def _name_parameters(self) -> Mapping[str, str]:
        signatures = (*self.vocabulary.actions.values(), *self.vocabulary.events.values())
        named = (
            (p.name, p.kind.label if p.name == p.kind.name else None)
            for s in signatures
            for p in s.parameters
        )
        return self._chosen(dict.fromkeys(named))

    def _kinds(self) -> Iterator[Kind]:
        yield from self.vocabulary.kinds.values()
        yield from (a.domain.kind for a in self.axes.values() if isinstance(a.domain, Members))

    def fact(self, key: str) -> str:
        """How a fact or term is called."""
        return self._values.get(key, key)

    def signature(self, signature: Signature) -> str:
        """How an action or event is called."""
        return self._signatures.get(signature.name, signature.name)

    def member(self, kind: Kind, member: str) -> str:
        """How a member of a kind is called."""
        return self._members.get(kind.name, {}).get(member, member)

    def parameter(self, name: str) -> str:
        """How a parameter is called: by its kind's label where it has its kind's name."""
        return self._parameters.get(name, name)

    def once(self, about: object, worded: Callable[[], str]) -> str:
        """The words about something, found once: a report says the same few things often."""
        if about not in self._said:
            self._said[about] = worded()
        return self._said[about]

    def _chosen(
        self, named: Iterable[Named], taken: frozenset[str] = frozenset()
    ) -> dict[str, str]:
        """The labels to use, by name."""
        if not self.labels:
            return {}
        found = list(named)
        often = Counter(label for _, label in found)
        refused = {name for name, _ in found} | taken
        return {
            name: label
            for name, label in found
            if label is not None
            and often[label] == 1
            and label not in refused
            and can_be_a_name(label)
        }


def _members(kind: Kind) -> Iterator[Named]:
    labels = dict(zip(kind.members, kind.member_labels, strict=False))
    return ((member, labels.get(member)) for member in kind.members)
