"""Kinds, actions, events, and the patterns that name sets of them."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import TypeAlias

import attrs


@attrs.frozen
class Kind:
    """A closed list of members; labels are what people call them in the other script."""

    name: str
    members: tuple[str, ...]
    label: str | None = None
    member_labels: tuple[str | None, ...] = ()


@attrs.frozen
class Parameter:
    """One argument place of an action or event."""

    name: str
    kind: Kind


@attrs.frozen
class Signature:
    """An action (what policies rule on) or an event (what merely happens).

    What the borrower does (`by_borrower`) policies may rule on too, as rights and as abuses.
    """

    name: str
    parameters: tuple[Parameter, ...] = ()
    label: str | None = None
    is_action: bool = True
    by_borrower: bool = False

    def ground(self) -> Iterator["Ground"]:
        """Every single action, in the order of the kinds' members."""
        for arguments in product(*(p.kind.members for p in self.parameters)):
            yield Ground(self.name, arguments)


@attrs.frozen
class Ground:
    """One single action or event: `contact(emergency, phone)`."""

    name: str
    arguments: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.arguments)})" if self.arguments else self.name


@attrs.frozen
class Same:
    """An argument that equals the proposed action's argument of this parameter name."""

    parameter: str


Argument: TypeAlias = frozenset[str] | Same | None
"""The members that an argument may be; `None` is any."""


@attrs.frozen
class Pattern:
    """A set of ground actions or events of one name, one `Argument` per parameter.

    Rules' own patterns hold no `Same`; patterns inside history axes may.
    """

    name: str
    arguments: tuple[Argument, ...] = ()

    def covers(self, ground: Ground) -> bool:
        """Whether a ground action is in the set. A pattern with `Same` must be grounded before."""
        return self.name == ground.name and all(
            argument is None or value in argument  # type: ignore[operator]  # `Same` is grounded away
            for argument, value in zip(self.arguments, ground.arguments, strict=True)
        )

    def grounded(self, proposed: Ground, parameters: Mapping[str, int]) -> "Pattern":
        """With each `Same` replaced by the proposed action's argument.

        `parameters` gives the place of each parameter of the proposed action by name.
        """
        return attrs.evolve(
            self,
            arguments=tuple(
                frozenset((proposed.arguments[parameters[argument.parameter]],))
                if isinstance(argument, Same)
                else argument
                for argument in self.arguments
            ),
        )

    @property
    def is_relative(self) -> bool:
        """Whether an argument is the proposed action's own."""
        return any(isinstance(argument, Same) for argument in self.arguments)

    def text(self, signature: Signature) -> str:
        """The pattern in the language itself, the one canonical way to write it."""
        parts = [
            _argument_text(argument, parameter.kind)
            for argument, parameter in zip(self.arguments, signature.parameters, strict=True)
        ]
        while len(parts) > 1 and parts[-1] == "any":
            parts.pop()
        return f"{self.name}({', '.join(parts)})" if parts else self.name


def _argument_text(argument: Argument, kind: Kind) -> str:
    if argument is None:
        return "any"
    if isinstance(argument, Same):
        return f"same {argument.parameter}"
    chosen = [member for member in kind.members if member in argument]
    others = [member for member in kind.members if member not in argument]
    if chosen and len(others) < len(chosen):
        return "not " + " | ".join(others)
    return " | ".join(chosen)


@attrs.frozen(eq=False)
class Vocabulary:
    """What a policy can talk about, besides axes. The first subject is the one that counts use."""

    kinds: Mapping[str, Kind] = attrs.field(factory=dict)
    actions: Mapping[str, Signature] = attrs.field(factory=dict)
    events: Mapping[str, Signature] = attrs.field(factory=dict)
    subjects: tuple[str, ...] = ()

    def signature(self, name: str) -> Signature:
        """The action or event of a name; `KeyError` where there is none."""
        return self.actions[name] if name in self.actions else self.events[name]
