"""Every published rule that the library accounts for is in a policy."""

import pytest

from tests.library.coverage import PAGE, corpus, is_modelled, mentions, page

pytestmark = pytest.mark.checkout


def test_every_published_rule_is_accounted_for() -> None:
    """Each id is cited by a rule, a term, or a statement that says why it is not modelled."""
    where = mentions()

    assert [entry.id for entry in corpus() if entry.id not in where] == []


def test_no_policy_cites_a_rule_that_is_not_in_the_list() -> None:
    """A misspelt id would count for nothing."""
    known = {entry.id for entry in corpus()}

    assert sorted(id_ for id_ in mentions() if id_ not in known) == []


def test_four_fifths_of_the_attested_rules_are_modelled() -> None:
    """What was seen in a text or a report is modelled, but for what would have to be guessed."""
    where = mentions()
    attested = [entry for entry in corpus() if entry.attested in "VS"]
    modelled = [entry for entry in attested if is_modelled(where.get(entry.id, []))]

    assert len(modelled) >= 0.8 * len(attested)


def test_the_page_is_what_the_policies_say() -> None:
    """`COVERAGE.md` is made, not written."""
    assert page() == PAGE.read_text("utf-8")
