"""A region as one sentence: what the one side does, where, and what the other says of it."""

from collections.abc import Sequence

from policyc.analyse.reports import phrases
from policyc.analyse.reports.naming import Naming
from policyc.space.differences.classes import Topic
from policyc.space.differences.inside import Said
from policyc.space.differences.parts import Cutout
from policyc.space.differences.regions import Region
from policyc.space.where import Where
from policyc.wording.verdicts import verdict_word


def sentence(region: Region, naming: Naming) -> str:
    """The sentence, in the policies' own words and units, ended by a full stop."""
    language = naming.language
    side = region.cls.side
    one, other = naming.names[side], naming.names[1 - side]
    part = naming.teller.part(region.where) + _exceptions(region.where, region.exceptions, naming)
    if region.cls.topic is Topic.STANDS:
        verdict = verdict_word(region.said[side][0].verdict, language)
        text = phrases.STANDS[language].format(one=one, other=other, part=part, verdict=verdict)
    else:
        text = phrases.DOES[region.cls.topic][language].format(name=one, part=part)
        says = phrases.OR[language].join(_says(found, naming) for found in region.said[1 - side])
        space = " " if language == "en" else ""
        text += phrases.SEMICOLON[language] + other + space + says
    return text + phrases.FULL_STOP[language]


def _exceptions(base: Where, found: Sequence[Cutout], naming: Naming) -> str:
    if not found:
        return ""
    told = phrases.OR_WORD[naming.language].join(
        f"({naming.teller.within(base, part.where)})" for part in found
    )
    cases = told if len(found) > 1 else told[1:-1]
    text = phrases.EXCEPT_WHEN[naming.language].format(cases=cases)
    return phrases.COMMA[naming.language] + text


def _says(found: Said, naming: Naming) -> str:
    language = naming.language
    text = phrases.SAYS[found.verdict][language]
    if not found.rules:
        return text
    rules = phrases.LISTED[language].join(found.rules)
    return text + phrases.BRACKETS[language].format(inside=rules)
