"""By which names things go: trees with labels in place of names, or the other way round.

A syntax tree does not say what a name means, so each place of the tree asks the map in the
namespace that names there belong to. Only uses are renamed: what is declared keeps its name and
its label. Documents, rules and sources have no labels; a parameter that goes by the name of its
kind goes by the kind's label too.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeAlias

import attrs

from policyc.syntax import nodes as n
from policyc.syntax.format.trees import Tree, rebuilt
from policyc.syntax.lexer import is_currency
from policyc.syntax.words import words

_NAME = re.compile(r"[^\W\d]\w*")

EXPRESSION, VALUE, SIGNATURE, SUBJECT = "expression", "value", "signature", "subject"
PARAMETER = "parameter"


class NameMap(Protocol):
    """Other names for names."""

    def rename(self, namespace: str, name: str) -> str:
        """The other name; the name itself where there is no other.

        Namespaces are `value` (a fact, term or definition), `signature` (an action or event),
        `subject`, `parameter`, `expression` (a value, a stage or any kind's member), and
        `argument:NAME:PLACE` for the members that an argument of a signature takes, where `PLACE`
        is its position from 0 or its parameter's name.
        """
        ...


@attrs.frozen
class PlainNameMap:
    """Names by namespace, as plain mappings."""

    names: Mapping[str, Mapping[str, str]]

    def rename(self, namespace: str, name: str) -> str:
        """The other name; the name itself where there is no other."""
        return self.names.get(namespace, {}).get(name, name)


class WatchfulNameMap:
    """A map that remembers in `kept` what it was asked for and could give no other name.

    `unfit` are the labels by name, in each namespace, that cannot stand for the name.
    """

    def __init__(self, names: NameMap, unfit: Mapping[str, Mapping[str, str]]) -> None:
        self.kept: dict[str, str] = {}
        self._names, self._unfit = names, unfit

    def rename(self, namespace: str, name: str) -> str:
        """The other name; the name itself where there is no other."""
        other = self._names.rename(namespace, name)
        label = self._unfit.get(namespace, {}).get(name)
        if label is not None and other == name:
            self.kept[name] = label
        return other


Labels = Mapping[str, Mapping[str, str]]
"""Labels by name in each namespace.

`value` holds facts, terms and definitions, `signature` actions and events, `never` the word for
what never happened; the others are `subject`, `stage`, `kind` and, for each kind, `member:KIND`.
"""

Parameters = Mapping[str, Sequence[tuple[str, str]]]
"""For each action and event by name: the name and the kind of each parameter."""


def to_labels(labels: Labels, parameters: Parameters) -> WatchfulNameMap:
    """The map from names to labels.

    A name stays where its label cannot stand for it: where the label is no name, is a word of the
    language, or means something else too.
    """
    names = PlainNameMap(_by_place(labels, parameters, _one_to_one))
    return WatchfulNameMap(names, _by_place(labels, parameters, _unfit))


def to_names(labels: Labels, parameters: Parameters) -> PlainNameMap:
    """The map from labels to names: the way back from `to_labels`."""
    found = _by_place(labels, parameters, _one_to_one)
    return PlainNameMap({place: {v: k for k, v in names.items()} for place, names in found.items()})


def renamed(tree: Tree, names: NameMap) -> Tree:
    """A tree with other names for what it uses."""

    def change(node: n.Node) -> n.Node:
        match node:
            case n.NameUse(text):
                return node.with_parts(text=names.rename(EXPRESSION, text))
            case n.Pattern():
                return _pattern(node, names)
            case n.Expect():
                return _expect(node, names)
            case n.Limit() | n.Count() | n.Elapsed() | n.ElapsedDays() | n.Ever() if node.subject:
                return node.with_parts(subject=_name(node.subject, SUBJECT, names))
            case n.SetTerm():
                return node.with_parts(name=_name(node.name, VALUE, names))
            case n.Stages():
                return node.with_parts(fact=_name(node.fact, VALUE, names))
            case _:
                return node

    return rebuilt(tree, change)


def _pattern(node: n.Pattern, names: NameMap) -> n.Pattern:
    arguments = _arguments(node.name.text, node.arguments, names)
    return node.with_parts(name=_name(node.name, SIGNATURE, names), arguments=arguments)


def _expect(node: n.Expect, names: NameMap) -> n.Expect:
    if len(node.subject.parts) > 1:
        return node
    (text,) = node.subject.parts
    subject = node.subject.with_parts(parts=(names.rename(SIGNATURE, text),))
    arguments = _arguments(text, node.arguments, names)
    return node.with_parts(subject=subject, arguments=arguments)


def _arguments(
    signature: str, found: tuple[n.Argument, ...] | None, names: NameMap
) -> tuple[n.Argument, ...] | None:
    if found is None:
        return None
    return tuple(
        _argument(argument, f"argument:{signature}:{place}", names)
        if argument.parameter is None
        else _argument(argument, f"argument:{signature}:{argument.parameter.text}", names)
        for place, argument in enumerate(found)
    )


def _argument(node: n.Argument, namespace: str, names: NameMap) -> n.Argument:
    named = node.parameter and _name(node.parameter, PARAMETER, names)
    space = PARAMETER if node.how == "same" else namespace
    return node.with_parts(parameter=named, names=tuple(_name(m, space, names) for m in node.names))


def _name(node: n.Name, namespace: str, names: NameMap) -> n.Name:
    return node.with_parts(text=names.rename(namespace, node.text))


Choice: TypeAlias = Callable[[Sequence[Mapping[str, str]]], dict[str, str]]
"""Picks labels by name from those of some namespaces."""


def _by_place(labels: Labels, parameters: Parameters, chosen: Choice) -> dict[str, dict[str, str]]:
    """Labels by name for each place of a tree."""
    found = {space: chosen([labels.get(space, {})]) for space in (VALUE, SIGNATURE, SUBJECT)}
    anywhere = [space for space in labels if space not in (SIGNATURE, SUBJECT, "kind")]
    found[EXPRESSION] = chosen([labels[space] for space in anywhere])
    own = {kind for kinds in parameters.values() for name, kind in kinds if name == kind}
    taken = {name: name for kinds in parameters.values() for name, kind in kinds if name != kind}
    kinds_labels = {k: v for k, v in labels.get("kind", {}).items() if k in own}
    found[PARAMETER] = chosen([kinds_labels, taken])
    for signature, kinds in parameters.items():
        called = (signature, found[SIGNATURE].get(signature, signature))
        for place, (parameter, kind) in enumerate(kinds):
            members = chosen([labels.get(f"member:{kind}", {})])
            for way in dict.fromkeys((place, parameter, found[PARAMETER].get(parameter, place))):
                found |= {f"argument:{name}:{way}": members for name in called}
    return found


def _one_to_one(spaces: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """The labels that can stand for their names among all names and labels of some namespaces."""
    pairs = dict.fromkeys(pair for space in spaces for pair in space.items())
    named = Counter(name for name, _ in pairs)
    labelled = Counter(label for _, label in pairs)
    return {
        name: label
        for name, label in pairs
        if named[name] == labelled[label] == 1 and label not in named and can_be_a_name(label)
    }


def _unfit(spaces: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """The labels that cannot stand for their names there."""
    fit = _one_to_one(spaces)
    found: dict[str, str] = {}
    for space in spaces:
        for name, label in space.items():
            if name not in fit and name != label:
                found.setdefault(name, label)
    return found


def can_be_a_name(text: str) -> bool:
    """Whether a text is a name and no word of the language, but for one of a type.

    A type's word is one only where a type is declared, and no name is used there.
    """
    known = words()
    is_word = known.terminals.get(text, ("TYPE",)) != ("TYPE",) or text in known.phrases
    is_word = is_word or is_currency(text)
    return _NAME.fullmatch(text) is not None and not is_word
