"""Differences as `test` blocks, ready to paste into the left policy."""

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from policyc.analyse.emitted import Emitted, EmittedTest
from policyc.analyse.reports import phrases
from policyc.analyse.reports.naming import naming
from policyc.core.conditions import LinearForm
from policyc.diagnostics.diagnostic import Language
from policyc.wording.conditions import fact_text, form_text
from policyc.wording.regions import Teller
from policyc.wording.speech import Speech
from policyc.wording.tests import test_text


def tests_text(made: Emitted, language: Language) -> str:
    """The tests, an empty line between two; empty where there is none."""
    found = made.found
    # where a test is kept nobody knows the other policy, whose stage a title might name
    teller = Teller(naming(found.joint, language).teller.speech)
    speech = Speech.of(found.policies[0], language)
    return "\n".join(_blocks(made.tests, teller, speech))


def untold_text(made: Emitted, language: Language) -> Iterator[str]:
    """Which differences no test tells, and why, a sentence for each reason."""
    if made.alike:
        yield _counted(SET_ALIKE, made.alike, language)
    if made.rebuttable:
        yield _counted(REBUTTABLE, made.rebuttable, language)


SET_ALIKE = phrases.phrase(
    "no test for {count} difference{s}: a test gives open terms of one name one value, and then "
    "both policies say the same",
    "有{count}处差异没有写成测试：测试中同名的未定值取同一个值，此时双方结论相同",
)
REBUTTABLE = phrases.phrase(
    "no test for {count} difference{s}: the verdicts are the same, and only one of them can be "
    "rebutted",
    "有{count}处差异没有写成测试：双方结论相同，仅其中一方的结论可以反驳",
)


def _counted(text: phrases.Phrase, count: int, language: Language) -> str:
    return text[language].format(count=count, s="" if count == 1 else "s")


def _blocks(tests: Sequence[EmittedTest], teller: Teller, speech: Speech) -> Iterator[str]:
    titles: Counter[str] = Counter()
    for test in tests:
        title = _title(test, teller)
        titles[title] += 1
        if titles[title] > 1:
            title = f"{title} ({titles[title]})"
        missing = {key: axis for key, axis in test.axes.items() if key not in speech.axes}
        known = attrs.evolve(speech, axes={**speech.axes, **missing}) if missing else speech
        yield test_text(known, title, test.facts, test.action, test.verdict)


def _title(test: EmittedTest, teller: Teller) -> str:
    """The region, and the fact on whose edge the case lies."""
    region = teller.part(test.edge.entry.region.where)
    bound = test.edge.bound
    match None if bound is None else bound.name:
        case str() as key:
            edge = fact_text(teller.speech, key)
        case LinearForm() as form:
            edge = form_text(teller.speech, form)
        case _:
            return region
    return f"{region}（{edge}的边界）" if teller.chinese else f"{region}, at the edge of {edge}"
