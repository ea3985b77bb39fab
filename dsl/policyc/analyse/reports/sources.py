"""Rules with the places they come from, and the sources that those places lie in."""

from collections.abc import Iterator, Sequence

from policyc.analyse.reports import phrases
from policyc.analyse.reports.layout import padded, widest, wrapped
from policyc.analyse.reports.style import Style
from policyc.core.policy import Attestation, Citation, Policy, SourceText
from policyc.diagnostics.diagnostic import Language
from policyc.diagnostics.terminal import escaped
from policyc.wording.attestations import ATTESTED


def rule_text(policy: Policy, name: str, language: Language) -> str:
    """A rule as a report names it: `quiet_hours “…” [article 三、3]`."""
    rule = policy.rules.get(name)
    if rule is None:
        return escaped(name)
    title = f" “{escaped(rule.title)}”" if rule.title else ""
    places = (", " if language == "en" else "，").join(
        citation_text(c, language) for c in rule.citations
    )
    return escaped(name) + title + (f" [{places}]" if places else "")


def citation_text(citation: Citation, language: Language) -> str:
    """A place in a source, by the source's name in the policy; marked where it is not verified."""
    place = f" {escaped(citation.place)}" if citation.place else ""
    marked = citation.source.attestation is Attestation.UNVERIFIED
    mark = phrases.COMMA[language] + ATTESTED[Attestation.UNVERIFIED][language] if marked else ""
    return escaped(citation.source.name) + place + mark


def source_text(source: SourceText, language: Language) -> str:
    """A source: title, date, address and how well it is attested, as far as it has them."""
    title = f"“{escaped(source.title)}”" if source.title else escaped(source.name)
    rest = [str(source.dated)] if source.dated else []
    rest += [escaped(source.address)] if source.address else []
    rest += [ATTESTED[source.attestation][language]] if source.attestation else []
    return ", ".join([title, *rest])


def source_lines(
    found: Sequence[tuple[str, SourceText]], language: Language, style: Style
) -> Iterator[str]:
    """The heading, and a line for each source, after who cites it; there are some."""
    yield style.strong(phrases.SOURCES[language])
    rows = [(who, escaped(source.name), source_text(source, language)) for who, source in found]
    one, two = (widest(row[i] for row in rows) for i in (0, 1))
    for who, name, text in rows:
        yield from wrapped(text, style.width, f"  {padded(who, one)}  {padded(name, two)}  ")
