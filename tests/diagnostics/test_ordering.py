"""The order in which findings are read."""

from policyc.diagnostics.diagnostic import Diagnostic
from policyc.diagnostics.ordering import in_reading_order
from policyc.source import Source, Span
from tests.diagnostics.samples import NO_POLICY, NOWHERE


def at(name: str, start: int, path: str = "") -> Diagnostic:
    return Diagnostic(NO_POLICY, Span(Source(name, "x" * 20), start, start + 1), {"path": path})


def test_findings_go_by_file_and_then_from_top_to_bottom() -> None:
    found = [at("b", 0), at("A", 10), NOWHERE, at("A", 9)]
    assert in_reading_order(found) == [NOWHERE, at("A", 9), at("A", 10), at("b", 0)]


def test_findings_at_one_place_stay_in_the_order_in_which_they_were_found() -> None:
    found = [at("a", 1, "second"), at("a", 1, "first")]
    assert in_reading_order(found) == found
