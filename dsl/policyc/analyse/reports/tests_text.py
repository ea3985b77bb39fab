"""Differences as `test` blocks, ready to paste into the left policy."""

from collections import Counter
from collections.abc import Iterator

import attrs

from policyc.analyse.difference import Difference
from policyc.analyse.emitted import EmittedTest, emitted_tests
from policyc.analyse.reports.naming import naming
from policyc.core.conditions import LinearForm
from policyc.diagnostics.diagnostic import Language
from policyc.wording.conditions import fact_text, form_text
from policyc.wording.regions import Teller
from policyc.wording.speech import Speech
from policyc.wording.tests import test_text


def tests_text(found: Difference, language: Language) -> str:
    """The tests, an empty line between two; empty where there is none."""
    # where a test is kept nobody knows the other policy, whose stage a title might name
    teller = Teller(naming(found.joint, language).teller.speech)
    speech = Speech.of(found.policies[0], language)
    return "\n".join(_blocks(found, teller, speech))


def _blocks(found: Difference, teller: Teller, speech: Speech) -> Iterator[str]:
    titles: Counter[str] = Counter()
    for test in emitted_tests(found):
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
