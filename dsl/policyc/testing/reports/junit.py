"""A run of tests as JUnit XML, which build servers read.

The form is the one that Jenkins' `junit-10.xsd` describes and Ant's JUnit task began; times are
left out, since a policy's tests say nothing about speed.
"""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from policyc.diagnostics import concise
from policyc.diagnostics.diagnostic import Diagnostic, Language, Related
from policyc.diagnostics.places import place
from policyc.diagnostics.terminal import escaped
from policyc.elaborate.elaborator import Elaborated
from policyc.testing.proofs import Claim
from policyc.testing.report import Report
from policyc.testing.reports import phrases
from policyc.testing.results import Ran


def render(report: Report, language: Language = "en") -> str:
    """One test suite a document, one test case a test or proof; a document with errors is one."""
    root = Element("testsuites", name="policyc test")
    for document in report.documents:
        suite = _suite(report, document, language)
        if len(suite):
            root.append(suite)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _suite(report: Report, document: Elaborated, language: Language) -> Element:
    suite = Element("testsuite", name=_legal(document.found.name))
    broken = not document.usable
    if broken:
        case = SubElement(
            suite, "testcase", name=_legal(document.found.name), classname=_class(document)
        )
        own = [f for f in report.errors if f.span and f.span.source is document.found.source]
        _add(case, "error", own, language)
    items = [item for item in report.items if item.document is document]
    for item in items:
        case = SubElement(suite, "testcase", name=_name(item, language), classname=_class(document))
        if not item.passed:
            _add(case, "failure", item.failures, language)
        elif isinstance(item, Claim) and item.doubts:
            SubElement(case, "system-out").text = "\n" + _told(item.doubts, language)
    failed = sum(not item.passed for item in items)
    suite.set("tests", str(len(items) + broken))
    suite.set("failures", str(failed))
    suite.set("errors", str(int(broken)))
    return suite


def _class(document: Elaborated) -> str:
    """The file and the document, in the place of a class."""
    return _legal(f"{document.found.source.name}#{document.found.name}")


def _name(item: Ran | Claim, language: Language) -> str:
    if isinstance(item, Ran):
        return _legal(item.test.title)
    title = item.proof.title or (item.proof.where.text if item.proof.where else "")
    return _legal(f"{phrases.PROOF[language]}: {title}")


def _add(case: Element, tag: str, found: Iterable[Diagnostic], language: Language) -> None:
    """What is wrong: the first message as an attribute, everything as text."""
    listed = list(found)
    message = listed[0].message(language) if listed else phrases.HAS_ERRORS[language]
    kind = listed[0].code.name if listed else tag
    element = SubElement(case, tag, message=_legal(message), type=kind)
    element.text = "\n" + _told(listed, language) if listed else message


def _told(found: Iterable[Diagnostic], language: Language) -> str:
    """Every finding with its place and its help."""
    return "".join(concise.render([f], language) + _advice(f, language) for f in found)


def _advice(finding: Diagnostic, language: Language) -> str:
    lines = [_remark(finding, related, language) for related in finding.related]
    lines += [finding.help(language) or "", *(finding.case(language) or "").splitlines()]
    return "".join(f"    {escaped(line)}\n" for line in lines if line)


def _remark(finding: Diagnostic, related: Related, language: Language) -> str:
    """What is said of another place: FILE:LINE: this rule decides, given `time = 21:00`."""
    at = place(related.span)
    return f"{at.file}:{at.start.line}: {finding.remark(related, language)}"


_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _legal(text: str) -> str:
    """Text that XML 1.0 can hold, on one line: what it cannot is shown as what it is."""
    return _ILLEGAL.sub("\ufffd", escaped(text))
