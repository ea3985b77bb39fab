"""Terms side by side, and whose is stricter."""

from pathlib import Path

from policyc.analyse.terms import TermRow, term_rows
from policyc.core.policy import Policy
from tests.analyse.loading import written


def policies(folder: Path, *statements: str) -> list[Policy]:
    return [written(folder, text, f"p{number}") for number, text in enumerate(statements)]


def row(found: list[Policy], name: str) -> TermRow:
    return next(row for row in term_rows(found) if row.name == name)


FEE = "term fee: percent, less is stricter\nset fee = "
KEEP = "term keep: months, more is stricter\nset keep = "


def test_the_direction_of_a_term_says_whose_value_is_stricter(tmp_path: Path) -> None:
    assert row(policies(tmp_path, FEE + "3%", FEE + "5%"), "fee").strictest == (0,)
    assert row(policies(tmp_path, KEEP + "6 months", KEEP + "9 months"), "keep").strictest == (1,)


def test_two_of_three_may_be_equally_strict(tmp_path: Path) -> None:
    found = policies(tmp_path, FEE + "3%", FEE + "5%", FEE + "3%")
    assert row(found, "fee").strictest == (0, 2)


def test_years_and_months_are_compared_as_one_dimension(tmp_path: Path) -> None:
    years = "term keep: years, more is stricter\nset keep = 2 years"
    assert not row(policies(tmp_path, KEEP + "24 months", years), "keep").differs
    assert row(policies(tmp_path, KEEP + "23 months", years), "keep").strictest == (1,)


def test_days_and_months_have_no_order(tmp_path: Path) -> None:
    days = "term keep: days, more is stricter\nset keep = 400 days"
    found = row(policies(tmp_path, KEEP + "1 months", days), "keep")
    assert found.differs
    assert found.strictest == ()


def test_a_published_value_is_stricter_than_silence(tmp_path: Path) -> None:
    found = row(policies(tmp_path, KEEP + "6 months", "rule r: allow contact(borrower)"), "keep")
    assert found.terms[1] is None
    assert found.strictest == (0,)


def test_a_value_that_is_left_open_is_not_stricter_than_silence(tmp_path: Path) -> None:
    left_open = "term keep: months from 1 to 6, more is stricter, unspecified"
    found = row(policies(tmp_path, left_open, "rule r: allow contact(borrower)"), "keep")
    assert found.strictest == ()


def test_a_term_without_a_direction_has_no_stricter_side(tmp_path: Path) -> None:
    plain = "term keep: months\nset keep = "
    assert row(policies(tmp_path, plain + "1 months", plain + "2 months"), "keep").strictest == ()


def test_leaving_a_value_open_is_less_strict_than_publishing_one(tmp_path: Path) -> None:
    left_open = "term keep: months from 1 to 9, more is stricter, unspecified"
    found = policies(tmp_path, left_open, KEEP.replace("months", "months from 1 to 9") + "6 months")
    assert row(found, "keep").strictest == (1,)
    surely = "term keep: months from 7 to 9, more is stricter, unspecified"
    assert row(policies(tmp_path, surely, KEEP + "6 months"), "keep").strictest == (0,)


def test_a_range_is_stricter_than_a_value_only_where_it_is_sure_to_be(tmp_path: Path) -> None:
    apart = policies(tmp_path, FEE.replace("=", "") + "1%..2%", FEE + "2%")
    assert row(apart, "fee").strictest == (0,)
    overlapping = policies(tmp_path, FEE.replace("=", "") + "1%..3%", FEE + "2%")
    assert row(overlapping, "fee").strictest == (1,)


def test_open_terms_of_two_documents_are_not_the_same_value(tmp_path: Path) -> None:
    left_open = "term keep: months from 1 to 6, more is stricter, unspecified"
    found = row(policies(tmp_path, left_open, left_open), "keep")
    assert found.differs
    assert found.strictest == ()


def test_a_term_that_nobody_mentions_has_no_row(tmp_path: Path) -> None:
    assert term_rows(policies(tmp_path, "term keep: months", "term keep: months")) == ()
