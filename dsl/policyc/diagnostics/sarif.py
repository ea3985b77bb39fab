"""Findings as a log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS).

Section numbers in comments are those of the standard.
"""

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from string import Formatter
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from policyc.diagnostics import words
from policyc.diagnostics.diagnostic import Code, Diagnostic, Fix, Language, Related
from policyc.diagnostics.json import to_text
from policyc.diagnostics.places import place
from policyc.source import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"

_NO_PAGES: Mapping[str, str] = MappingProxyType({})


def render(
    diagnostics: Iterable[Diagnostic],
    language: Language = "en",
    *,
    version: str,
    pages: Mapping[str, str] = _NO_PAGES,
) -> str:
    """A log of one run with a result for each finding and a rule for each code among them.

    `version` is that of the tool; `pages` gives codes their pages, in Markdown.
    """
    found = list(diagnostics)
    codes = sorted({d.code for d in found}, key=lambda code: (code.name, code.severity.value))
    index = {code: number for number, code in enumerate(codes)}
    driver = {
        "name": "policyc",
        "version": version,
        "rules": [_rule(code, language, pages.get(code.name)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": {"en": "en-US", "zh": "zh-CN"}[language],
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, language, index[diagnostic.code]) for diagnostic in found],
    }
    return to_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: Code, language: Language, page: str | None) -> dict[str, Any]:
    """What is known of a code, whatever the finding (3.49)."""
    message = _without_arguments(code.message[language])
    advice = code.help.get(language)
    text = _sentence(_without_arguments(advice) if advice else message, language)
    return {
        "id": code.name,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": _sentence(message, language)},
        "help": {"text": text} | ({"markdown": page} if page else {}),
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(diagnostic: Diagnostic, language: Language, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.code.name,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": _message(diagnostic, language)},
    }
    if diagnostic.span:
        result["locations"] = [{"physicalLocation": _physical_location(diagnostic.span)}]
    if diagnostic.related:
        result["relatedLocations"] = [
            _related_location(number, related, diagnostic, language)
            for number, related in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic.fix)]
    if case := diagnostic.case(language):
        result["properties"] = {"witness": case}
    return result


def _message(diagnostic: Diagnostic, language: Language) -> str:
    """What is wrong (viewers short of room show only that), then what to do, and a case."""
    sentences = [_sentence(diagnostic.message(language), language)]
    if advice := diagnostic.help(language):
        sentences.append(_sentence(advice, language))
    text = words.SENTENCE_GAP[language].join(sentences)
    if case := diagnostic.case(language):
        text += f"\n{words.CASE[language]}{words.COLON[language].rstrip()}\n{case}"
    return text


def _related_location(
    number: int, related: Related, diagnostic: Diagnostic, language: Language
) -> dict[str, Any]:
    remark = diagnostic.remark(related, language)
    return {
        "id": number,
        "physicalLocation": _physical_location(related.span),
        "message": {"text": remark},
    }


def _fix(fix: Fix) -> dict[str, Any]:
    change = {
        "artifactLocation": {"uri": _uri(fix.span.source.name)},
        "replacements": [
            {"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.replacement}}
        ],
    }
    return {"artifactChanges": [change]}


def _physical_location(span: Span) -> dict[str, Any]:
    return {"artifactLocation": {"uri": _uri(span.source.name)}, "region": _region(span)}


def _region(span: Span) -> dict[str, int]:
    """A region of text; its end column is the one after the last character (3.30)."""
    at = place(span)
    return {
        "startLine": at.start.line,
        "startColumn": at.start.column,
        "endLine": at.end.line,
        "endColumn": at.end.column,
    }


def _uri(name: str) -> str:
    """A file's name as a URI reference: relative if the name is, each odd character encoded."""
    path = PurePath(name)
    try:
        if path.is_absolute():
            return path.as_uri()
        return quote(path.as_posix().encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # half a surrogate pair, which is no byte of a file's name either
        return quote(path.as_posix().encode("utf-8", "surrogatepass"))


def _sentence(text: str, language: Language) -> str:
    """The text as a sentence: a capital first, a full stop after a statement (3.11.1)."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith(("?", "？")) else text + words.FULL_STOP[language]


def _without_arguments(template: str) -> str:
    """A template with … for what differs from finding to finding."""
    return "".join(
        literal + ("" if field is None else "…")
        for literal, field, _, _ in Formatter().parse(template)
    )
