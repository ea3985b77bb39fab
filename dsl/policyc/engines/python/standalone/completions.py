"""Completions: every answer that a case allows whose facts are not all known.

A guard that reads an unknown fact stops; the fact is then tried with one value from each range in
which no rule tells values apart. So what is found is exactly what some completion gives, with one
exception: a sum of which two parts or more are unknown is tried as if it were independent of all
else. That may find answers which no completion gives, and never misses one.
"""

from __future__ import annotations

from policyc.engines.python.standalone.numbers import quotient
from policyc.engines.python.standalone.values import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from policyc.engines.python.standalone.numbers import Cut, Number

MOST = 20_000
"""No more combinations of values are tried."""


class UnknownFactError(Exception):
    """A guard asked about a fact that is unknown; `key` names it."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class TooManyError(Exception):
    """There are more combinations of unknown facts than are tried."""


class Case(dict):  # type: ignore[type-arg]  # its type cannot be subscripted at run time
    """Values by fact or sum; asking for one that is not there says which.

    `live` remembers which rules were found to be live in it.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self.live: dict[Any, bool] = {}

    def __missing__(self, key: str) -> Any:
        raise UnknownFactError(key)


class Sum(Fact):
    """A sum of facts with whole factors, which rules ask about."""

    def __init__(self, key: str, parts: Mapping[str, int], **domain: Any) -> None:
        super().__init__(key, "sum", **domain)
        self.parts = parts

    def of(self, case: Mapping[str, Any]) -> Number | None:
        """The sum of the parts that a case has; `None` where one of them never happened."""
        values = [(case[key], factor) for key, factor in self.parts.items() if key in case]
        if any(value is None for value, _ in values):
            return None
        total = sum(value * factor for value, factor in values)
        return quotient(total.numerator, total.denominator)

    def cuts_of(self, key: str, case: Mapping[str, Any]) -> Iterator[Cut]:
        """The cuts of the sum as cuts of one part, the only one that a case does not have."""
        rest, factor = self.of(case), self.parts[key]
        if rest is not None:
            for value, side in self.cuts:
                left = value - rest
                place = quotient(left.numerator, left.denominator * factor)
                yield place, side if factor > 0 else 1 - side

    def narrowed(self, case: Mapping[str, Any], facts: Mapping[str, Fact]) -> Fact:
        """The values that the sum can have where a case has some of its parts."""
        low = high = self.of(case)
        for key, factor in self.parts.items():
            if key not in case:
                first, last = facts[key].lower, facts[key].upper
                if factor < 0:
                    first, last = last, first
                low = None if low is None or first is None else low + factor * first
                high = None if high is None or last is None else high + factor * last
        never = any(facts[key].never for key in self.parts if key not in case)
        domain: dict[str, Any] = {
            "step": self.written_step,
            "before": self.before,
            "after": self.after,
        }
        return Fact(self.key, "sum", lower=low, upper=high, never=never, **domain)


class Known:
    """A case that states some of the facts, and its completions."""

    def __init__(
        self,
        facts: Mapping[str, Fact],
        sums: Mapping[str, Sum],
        assumptions: Sequence[Callable[[Case], bool]],
        values: Mapping[str, Any],
    ) -> None:
        self._case = Case(values)
        self._facts = dict(facts)
        self._sums = sums
        self._assumptions = assumptions
        self._last: dict[str, list[Sum]] = {}
        for key, total in sums.items():
            unknown = [part for part in total.parts if part not in values]
            if not unknown or total.of(values) is None:
                self._case[key] = total.of(values)
            elif len(unknown) == 1:
                self._last.setdefault(unknown[0], []).append(total)
            else:
                self._facts[key] = total.narrowed(values, facts)

    def is_possible(self) -> bool:
        """Whether the assumptions hold in some completion, as far as can be found out."""
        try:
            return True in self._results(lambda case: all(a(case) for a in self._assumptions))[0]
        except TooManyError:
            return True

    def results(self, of: Callable[[Case], Any]) -> tuple[list[Any], list[str]]:
        """What `of` gives in the completions, and the facts that this turns on.

        No results where there are too many completions to find out; it may turn on any fact then.
        """
        try:
            return [of(self._case)], []
        except UnknownFactError:
            pass
        try:
            found, turning = self._results(of)
            if len(found) > 1 and self._assumptions:
                found, turning = self._results(
                    lambda case: of(case) if all(a(case) for a in self._assumptions) else None
                )
        except TooManyError:
            return [], self._stated(self._facts)
        return [result for result in found if result is not None], self._stated(turning)

    def certain(self, of: Callable[[Any, Case], bool], those: Sequence[Any]) -> list[Any]:
        """Those of which something is true in every completion, as far as can be found out."""
        return [one for one in those if self._of(of, one) == [True]]

    def possible(self, of: Callable[[Any, Case], bool], those: Sequence[Any]) -> list[Any]:
        """Those of which something is true in some completion, or may be."""
        return [one for one in those if self._of(of, one) != [False]]

    def _of(self, of: Callable[[Any, Case], bool], one: Any) -> list[bool]:
        return self.results(lambda case: of(one, case))[0]

    def _stated(self, keys: Iterable[str]) -> list[str]:
        """Facts and sums as the facts among them, and in them, that are not known."""
        parts = (self._sums[key].parts if key in self._sums else (key,) for key in keys)
        found = dict.fromkeys(part for some in parts for part in some)
        return [key for key in found if key not in self._case]

    def _results(self, of: Callable[[Case], Any]) -> tuple[list[Any], list[str]]:
        search = _Search(of, self._facts, self._last)
        return search.told(search.found(self._case))


class _Search:
    """What something is in the completions of a case; `None` in one that cannot be.

    What is found is a tree that asks about a fact where the rest differs with it, and about no
    other: its facts are those that the results turn on. Equal trees have one number.
    """

    def __init__(
        self,
        of: Callable[[Case], Any],
        facts: Mapping[str, Fact],
        last: Mapping[str, Sequence[Sum]],
    ) -> None:
        self._of = of
        self._facts = facts
        self._last = last
        self._left = MOST
        self._trees: list[tuple[Any, tuple[int, ...]]] = []
        self._numbers: dict[tuple[Any, tuple[int, ...]], int] = {}

    def found(self, case: Case) -> int:
        """The tree of the completions. Raises `TooManyError`."""
        try:
            return self._number(self._of(case), ())
        except UnknownFactError as error:
            key = self._asked(error.key)
        self._left -= 1
        if self._left < 0:
            raise TooManyError
        ways = [self.found(completed) for completed in self._completed(key, case)]
        possible = [way for way in ways if self._trees[way] != (None, ())] or ways
        return possible[0] if len(set(possible)) == 1 else self._number(key, tuple(ways))

    def _number(self, asked: Any, ways: tuple[int, ...]) -> int:
        """The number of a tree: of a fact and where its values lead, or of a result alone."""
        tree = (asked, ways)
        if tree not in self._numbers:
            self._numbers[tree] = len(self._trees)
            self._trees.append(tree)
        return self._numbers[tree]

    def told(self, tree: int) -> tuple[list[Any], list[str]]:
        """The results in a tree, and the facts that it asks about, each once."""
        results: dict[Any, None] = {}
        turning: set[Any] = set()
        seen: set[int] = set()
        waiting = [tree]
        while waiting:
            number = waiting.pop()
            seen.add(number)
            asked, ways = self._trees[number]
            if ways:
                turning.add(asked)
            else:
                results[asked] = None
            waiting += [way for way in reversed(ways) if way not in seen]
        return list(results), [key for key in self._facts if key in turning]

    def _asked(self, key: str) -> str:
        """The fact to try for a fact or sum: for a sum of which one part is unknown, that part."""
        for part, totals in self._last.items():
            if any(total.key == key for total in totals):
                return part
        return key

    def _completed(self, key: str, case: Case) -> Iterator[Case]:
        """The case with each value of a fact that makes a difference."""
        totals = self._last.get(key, ())
        cuts = [cut for total in totals for cut in total.cuts_of(key, case)]
        for value in self._facts[key].choices(cuts):
            completed = Case(case)
            completed[key] = value
            for total in totals:
                completed[total.key] = total.of(completed)
            yield completed
