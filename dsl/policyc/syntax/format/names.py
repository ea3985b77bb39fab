"""By which names things go: trees with labels in place of names, or the other way round.

A syntax tree does not say what a name means, so each place of the tree asks the map in the
namespace that names there belong to. Only uses are renamed: what is declared keeps its name and
its label. Documents, rules, sources and parameters have no labels.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeAlias

import attrs

from policyc.syntax import nodes as n
from policyc.syntax.format.terms import could_be_a_word
from policyc.syntax.format.trees import Tree, rebuilt

_NAME = re.compile(r"[^\W\d]\w*")

EXPRESSION, VALUE, SIGNATURE, SUBJECT = "expression", "value", "signature", "subject"


class NameMap(Protocol):
    """Other names for names."""

    def rename(self, namespace: str, name: str) -> str:
        """The other name; the name itself where there is no other.

        Namespaces are `value` (a fact, term or definition), `signature` (an action or event),
        `subject`, `expression` (a value, a stage or any kind's member), and `argument:NAME:PLACE`
        for the members that an argument of a signature takes, where `PLACE` is its position from 0
        or its parameter's name.
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
"""Labels by name in each of the namespaces `value`, `signature`, `subject`, `stage`, `member:KIND`.

`value` holds facts, terms and definitions, `signature` actions and events.
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
    if node.how == "same":
        return node
    return node.with_parts(names=tuple(_name(m, namespace, names) for m in node.names))


def _name(node: n.Name, namespace: str, names: NameMap) -> n.Name:
    return node.with_parts(text=names.rename(namespace, node.text))


Choice: TypeAlias = Callable[[Sequence[Mapping[str, str]]], dict[str, str]]
"""Picks labels by name from those of some namespaces."""


def _by_place(labels: Labels, parameters: Parameters, chosen: Choice) -> dict[str, dict[str, str]]:
    """Labels by name for each place of a tree."""
    found = {space: chosen([labels.get(space, {})]) for space in (VALUE, SIGNATURE, SUBJECT)}
    anywhere = [space for space in labels if space not in (SIGNATURE, SUBJECT)]
    found[EXPRESSION] = chosen([labels[space] for space in anywhere])
    for signature, kinds in parameters.items():
        called = (signature, found[SIGNATURE].get(signature, signature))
        for place, (parameter, kind) in enumerate(kinds):
            members = chosen([labels.get(f"member:{kind}", {})])
            for way in (place, parameter):
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
        if named[name] == labelled[label] == 1
        and label not in named
        and _NAME.fullmatch(label)
        and not could_be_a_word(label)
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
