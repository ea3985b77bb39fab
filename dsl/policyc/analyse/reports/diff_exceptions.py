"""What an item leaves out, as lines: what restricts the arguments alike stands together."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from policyc.analyse.reports import phrases
from policyc.analyse.reports.factors import factors
from policyc.analyse.reports.layout import wrapped
from policyc.analyse.reports.naming import Naming
from policyc.diagnostics.terminal import escaped
from policyc.space.differences.parts import Cutout
from policyc.space.differences.regions import Region
from policyc.space.where import Where

RULES = 6
"""How many rules are named in one place of a text."""

EXCEPTIONS = 8
"""How many exceptions are worded; of more only the rules are named."""


@attrs.frozen
class _Block:
    """Exceptions in words; of several, `shared` says how all of them restrict the arguments."""

    told: tuple[str, ...]
    shared: str = ""


@attrs.frozen(eq=False)
class ExceptionWriter:
    """Writes the exceptions of the items of one report."""

    naming: Naming
    width: int

    def lines(self, margin: str, region: Region) -> Iterator[str]:
        """What is left out of a region."""
        found = region.exceptions
        blocks = list(self.blocks(region.where, found))
        if sum(len(block.told) for block in blocks) > EXCEPTIONS:
            yield from self.wrapped(self.said(phrases.EXCEPT_RULES, count=len(found)), margin)
            yield from self.wrapped(self.sources_of(found), margin + "  ")
        elif len(blocks) == 1:
            first = self.said(phrases.EXCEPT_WHEN, cases=self.first(blocks[0]))
            yield from self.wrapped(first, margin)
            yield from self.rest(blocks[0], margin)
        elif blocks:
            yield margin + self.said(phrases.EXCEPT_ANY)
            for block in blocks:
                yield from self.wrapped(self.first(block), margin + _DASH)
                yield from self.rest(block, margin + " " * len(_DASH))

    def first(self, block: _Block) -> str:
        """The one exception, or what several have in common."""
        if len(block.told) == 1:
            return block.told[0]
        return self.said(phrases.AND_ANY, cases=block.shared)

    def rest(self, block: _Block, margin: str) -> Iterator[str]:
        """Each of several exceptions, without what they have in common."""
        for text in block.told if len(block.told) > 1 else ():
            yield from self.wrapped(text, margin + _DASH)

    def blocks(self, base: Where, found: Iterable[Cutout]) -> Iterator[_Block]:
        """Exceptions of a base in words, with their rules."""
        groups: dict[object, list[Cutout]] = {}
        for part in found:
            groups.setdefault(part.where.pattern, []).append(part)
        for group in groups.values():
            actions = Where(group[0].where.pattern, ())
            shared = escaped(self.naming.teller.within(base, actions))
            told = tuple(self.told(actions, group))
            if shared and len(told) > 1 and all(part.where.bounds for part in group):
                yield _Block(told, shared)
            else:
                yield from (_Block((text,)) for text in self.told(base, group))

    def told(self, base: Where, found: Iterable[Cutout]) -> Iterator[str]:
        """Exceptions in words with their rules; those that one sentence can say, together."""
        groups: dict[object, list[Cutout]] = {}
        for part in found:
            groups.setdefault((part.where.pattern, part.rules), []).append(part)
        for group in groups.values():
            rules = self.sources_of(group[:1])
            for text in self.cases_of(base, [part.where for part in group]):
                yield f"{escaped(text)} [{rules}]"

    def cases_of(self, base: Where, group: Sequence[Where]) -> Iterator[str]:
        """The cases of exceptions on the same actions: in one sentence where that is possible."""
        teller = self.naming.teller
        shared = [b for b in group[0].bounds if all(b in other.bounds for other in group)]
        own = [[b for b in part.bounds if b not in shared] for part in group]
        found = factors(own) if all(own) else ()
        if len(found) <= 1 and any(len(bounds) != 1 for bounds in own):
            yield from (teller.within(base, part) for part in group)
            return
        always = teller.within(base, attrs.evolve(group[0], bounds=tuple(shared)))
        each = [teller.either(factor) for factor in found]
        if always or len(each) > 1:
            each = [f"({text})" for text in each]
        yield (" 且 " if teller.chinese else " and ").join([always, *each] if always else each)

    def sources_of(self, found: Iterable[Cutout]) -> str:
        """The rules that cut exceptions out, by side."""
        by_side: dict[int, dict[str, None]] = {}
        for part in found:
            for side, rule in part.rules:
                by_side.setdefault(side, {})[rule] = None
        parts = (
            self.naming.names[side] + self.said(phrases.COLON) + self.named(list(rules))
            for side, rules in sorted(by_side.items())
        )
        return self.said(phrases.SEMICOLON).join(parts)

    def named(self, rules: Sequence[str]) -> str:
        """Rules by their names alone."""
        more = [f"… +{len(rules) - RULES}"] if len(rules) > RULES else []
        return self.said(phrases.LISTED).join([*map(escaped, rules[:RULES]), *more])

    def wrapped(self, text: str, lead: str) -> list[str]:
        """The text in lines that fit."""
        return wrapped(text, self.width, lead)

    def said(self, text: phrases.Phrase, **words: object) -> str:
        """A phrase with its words put in."""
        return text[self.naming.language].format(**words)


_DASH = "  - "
