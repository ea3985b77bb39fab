"""What policies publish as values and deadlines, in words."""

from policyc.analyse.reports import phrases
from policyc.analyse.reports.naming import Naming
from policyc.analyse.reports.sources import citation_text
from policyc.core.axes import Domain, Members, Numbers, Unit, Value, YesNo
from policyc.core.policy import Deadline, Term
from policyc.diagnostics.diagnostic import Language
from policyc.wording.actions import pattern_text
from policyc.wording.values import number_text


def term_text(term: Term | None, language: Language) -> str:
    """A term's value, or the range that it is known to lie in, or that it is left open."""
    if term is None:
        return phrases.NOTHING_SAID[language]
    if term.value is not None:
        return _value(term.domain, term.value, language)
    if term.lower is None or term.upper is None:
        return phrases.LEFT_OPEN[language]
    low, high = (_value(term.domain, end, language) for end in (term.lower, term.upper))
    return phrases.LEFT_OPEN_RANGE[language].format(low=low, high=high)


def published_text(term: Term | None, language: Language) -> str:
    """A term's value with where it is published."""
    cited = (citation_text(c, language) for c in (term.citations if term else ()))
    places = phrases.LISTED[language].join(cited)
    return term_text(term, language) + (f" [{places}]" if places else "")


def term_name(term: Term, language: Language) -> str:
    """What a term is called."""
    return term.label if language == "zh" and term.label else term.name


def _value(domain: Domain, value: Value, language: Language) -> str:
    match domain:
        case YesNo():
            return {"en": ("no", "yes"), "zh": ("否", "是")}[language][bool(value)]
        case Members(kind):
            labels = dict(zip(kind.members, kind.member_labels, strict=False))
            return (labels.get(str(value)) if language == "zh" else None) or str(value)
        case Numbers(unit=unit):
            assert value is not None and not isinstance(value, str), "a number"  # noqa: PT018  # one claim about one value
            return number_text(value, unit, language)


def due_text(deadline: Deadline | None, naming: Naming) -> str:
    """A deadline in words."""
    language = naming.language
    if deadline is None:
        return phrases.NO_DEADLINE[language]
    length = number_text(deadline.amount, Unit(deadline.unit), language)
    if deadline.event is None:
        return phrases.EVERY[language].format(length=length)
    event = pattern_text(naming.speech, deadline.event)
    return phrases.WITHIN[language].format(length=length, event=event)
