"""Building a grid: the cuts of conditions, and the boxes' axes of forms and argument places."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import gcd

from policyc.core.actions import Kind, Pattern, Signature
from policyc.core.axes import Axis, Domain, Members, Numbers, Unit, YesNo
from policyc.core.conditions import (
    Among,
    Atom,
    Condition,
    Holds,
    Linear,
    LinearForm,
    Within,
    atoms,
)
from policyc.core.numbers import Number, NumberSet, exact
from policyc.space.grid.cuts import Cut, ends
from policyc.space.grid.grid import YES, Compound, GridAxis, Name, Place


class Grid:
    """The axes of one comparison and the masks of atoms. Compound axes may be added later."""

    def __init__(self, axes: Iterable[GridAxis]) -> None:
        self.axes: list[GridAxis] = list(axes)
        self.places: dict[Name, int] = {axis.name: axis.place for axis in self.axes}
        self.full: list[int] = [axis.full for axis in self.axes]
        self._masks: dict[int, tuple[Atom, int, int]] = {}

    def literal(self, atom: Atom) -> tuple[int, int]:
        """The place of the atom's axis and the mask of the cells where it holds.

        Raises `KeyError` for an axis that the grid does not have.
        """
        known = self._masks.get(id(atom))
        if known is None:
            place = self.places[atom.form if isinstance(atom, Linear) else atom.axis]
            known = self._masks[id(atom)] = (atom, place, self._mask(self.axes[place], atom))
        return known[1], known[2]

    def _mask(self, axis: GridAxis, atom: Atom) -> int:
        match atom:
            case Holds():
                return YES
            case Among(_, members):
                return axis.mask_of_members(members)
            case Within(_, numbers) | Linear(_, numbers):
                return axis.mask_of_numbers(numbers)

    def pattern(self, pattern: Pattern, signature: Signature) -> list[tuple[int, int]]:
        """The literals of a pattern (without `same`) on its action's argument places."""
        found = []
        for argument, parameter in zip(pattern.arguments, signature.parameters, strict=True):
            if isinstance(argument, frozenset):
                place = self.places[Place(pattern.name, parameter.name)]
                mask = self.axes[place].mask_of_members(argument)
                if mask != self.full[place]:
                    found.append((place, mask))
        return found

    def compound(self, condition: Condition) -> int:
        """The place of a new yes/no axis that stands for a condition."""
        place = len(self.axes)
        axis = GridAxis(place, Compound(place, condition), YesNo())
        self.axes.append(axis)
        self.places[axis.name] = place
        self.full.append(axis.full)
        return place


def build_grid(
    axes: Mapping[str, Axis],
    conditions: Iterable[Condition],
    actions: Mapping[str, Signature],
    further: Iterable[Condition] = (),
) -> Grid:
    """One grid for conditions over these axes: argument places, then axes, then forms.

    Only axes that some condition asks about get a place, in the order of `axes`; forms come in the
    order in which they are met. `further` conditions, which nobody wrote, ask about the same axes.
    """
    sets: dict[str | LinearForm, dict[int, NumberSet]] = {}
    used: set[str] = set()
    for condition in conditions:
        _ask(condition, sets, used)
    unwritten: dict[str | LinearForm, dict[int, NumberSet]] = {}
    for condition in further:
        _ask(condition, unwritten, used)
    sets |= {name: {} for name in unwritten if name not in sets}
    built: list[GridAxis] = []
    for action in actions.values():
        for parameter in action.parameters:
            place = Place(action.name, parameter.name)
            built.append(GridAxis(len(built), place, Members(parameter.kind)))
    for key, axis in axes.items():
        if key in used:
            found = [each.get(key, {}).values() for each in (sets, unwritten)]
            built.append(_axis(len(built), key, axis.domain, axis, *found))
    for name, cut in sets.items():
        if isinstance(name, LinearForm):
            domain = form_domain(name, axes)
            more = unwritten.get(name, {}).values()
            built.append(_axis(len(built), name, domain, None, cut.values(), more))
    return Grid(built)


def _ask(
    condition: Condition, sets: dict[str | LinearForm, dict[int, NumberSet]], used: set[str]
) -> None:
    """Notes which axes a condition asks about, and for which numbers."""
    for atom in atoms(condition):
        match atom:
            case Holds(key) | Among(key, _):
                used.add(key)
            case Within(key, numbers):
                used.add(key)
                sets.setdefault(key, {})[id(numbers)] = numbers
            case Linear(form, numbers):
                sets.setdefault(form, {})[id(numbers)] = numbers
                used.update(key for key, _ in form.parts)


def _axis(
    place: int,
    name: Name,
    domain: Domain,
    axis: Axis | None,
    sets: Iterable[NumberSet],
    unwritten: Iterable[NumberSet],
) -> GridAxis:
    cuts: set[Cut] = set()
    written: dict[tuple[Cut, bool], tuple[Number, bool]] = {}
    if isinstance(domain, Numbers):
        for interval in (i for numbers in sets for i in numbers.intervals):
            low, high = ends(domain, interval) or (None, None)
            if low is not None and interval.lower is not None:
                cuts.add(low)
                written.setdefault((low, False), (interval.lower, interval.lower_open))
            if high is not None and interval.upper is not None:
                cuts.add(high)
                written.setdefault((high, True), (interval.upper, interval.upper_open))
        for interval in (i for numbers in unwritten for i in numbers.intervals):
            cuts.update(cut for cut in ends(domain, interval) or () if cut is not None)
    return GridAxis(place, name, domain, axis, tuple(sorted(cuts)), written)


def form_domain(form: LinearForm, axes: Mapping[str, Axis]) -> Numbers:
    """The values that a form can take: bounds and step from those of its parts."""
    lower: Number | None = 0
    upper: Number | None = 0
    steps: list[Fraction] = []
    optional = dense = False
    for key, factor in form.parts:
        domain = axes[key].domain
        if not isinstance(domain, Numbers):
            raise TypeError(f"{key} is no number")
        least, most = (domain.lower, domain.upper) if factor > 0 else (domain.upper, domain.lower)
        lower = None if lower is None or least is None else lower + factor * least
        upper = None if upper is None or most is None else upper + factor * most
        optional |= domain.optional
        if domain.step is None:
            dense = True
        else:
            steps.append(abs(Fraction(factor) * domain.step))
    step = None if dense else exact(common_step(steps))
    return Numbers(
        Unit.NUMBER,
        None if lower is None else exact(Fraction(lower)),
        None if upper is None else exact(Fraction(upper)),
        step,
        optional,
    )


def common_step(steps: Iterable[Fraction]) -> Fraction:
    """The largest step that all of these are multiples of."""
    result = Fraction(0)
    for step in steps:
        denominator = result.denominator * step.denominator
        result = Fraction(
            gcd(
                result.numerator * step.denominator,
                step.numerator * result.denominator,
            ),
            denominator,
        )
    return result


def joint_kind(kinds: Iterable[Kind]) -> Kind:
    """A kind with the members of all of these, in the order in which they are met."""
    kept = list(kinds)
    members = dict.fromkeys(member for kind in kept for member in kind.members)
    if all(kind.members == tuple(members) for kind in kept):
        return kept[0]
    labels = {
        member: label
        for kind in reversed(kept)
        for member, label in zip(kind.members, kind.member_labels, strict=False)
    }
    return Kind(kept[0].name, tuple(members), kept[0].label, tuple(map(labels.get, members)))
