"""Questions about the past, and the one way in which each is written as a key."""

import pytest

from policyc.core.actions import Ground, Kind, Parameter, Pattern, Same, Signature, Vocabulary
from policyc.core.axes import (
    AllTime,
    Axis,
    CalendarWindow,
    Count,
    Elapsed,
    ElapsedDays,
    Ever,
    History,
    Numbers,
    OpenTerm,
    Origin,
    Rolling,
    SinceEvent,
    Unit,
    Window,
    YesNo,
)
from policyc.core.keys import (
    grounded_history,
    grounded_key,
    history_key,
    is_relative,
    same_parameters,
    window_text,
)

TARGET = Kind("target", ("borrower", "emergency"))
CHANNEL = Kind("channel", ("sms", "phone"))
CONTACT = Signature("contact", (Parameter("target", TARGET), Parameter("channel", CHANNEL)))
STOP = Signature("stop", (Parameter("whom", TARGET),), is_action=False)
VOCABULARY = Vocabulary({}, {"contact": CONTACT}, {"stop": STOP}, ("borrower", "debt"))
PHONE = Pattern("contact", (None, frozenset({"phone"})))
ANY_STOP = Pattern("stop", (None,))
SAME_STOP = Pattern("stop", (Same("target"),))
SAME_CALL = Pattern("contact", (Same("target"), Same("channel")))
PROPOSED = Ground("contact", ("emergency", "phone"))
DAY = 86_400


def axis(origin: Origin) -> Axis:
    return Axis("as it stands", Numbers(Unit.COUNT), origin)


@pytest.mark.parametrize(
    ("window", "text"),
    [
        (CalendarWindow.TODAY, "today"),
        (CalendarWindow.THIS_WEEK, "this week"),
        (CalendarWindow.THIS_MONTH, "this month"),
        (Rolling(3 * DAY), "last 3 days"),
        (Rolling(DAY), "last 1 days"),
        (Rolling(36 * 3_600), "last 36h"),
        (Rolling(90 * 60), "last 90min"),
        (Rolling(61), "last 61s"),
        (Rolling(0, 1), "last 1 months"),
        (Rolling(0, 18), "last 18 months"),
        (Rolling(0, 24), "last 2 years"),
        (SinceEvent(ANY_STOP), "since stop(any)"),
        (AllTime(), ""),
    ],
)
def test_a_window_is_written_in_its_largest_whole_unit(window: Window, text: str) -> None:
    assert window_text(VOCABULARY, window) == text


@pytest.mark.parametrize(
    ("history", "key"),
    [
        (Ever(SAME_STOP, "borrower"), "ever(stop(same target))"),
        (Ever(SAME_STOP, "debt"), "ever(stop(same target), for each debt)"),
        (Elapsed(ANY_STOP, "borrower"), "since(stop(any))"),
        (Elapsed(ANY_STOP, "debt"), "since(stop(any), for each debt)"),
        (ElapsedDays(ANY_STOP, "borrower"), "days_since(stop(any))"),
        (ElapsedDays(ANY_STOP, "debt"), "days_since(stop(any), for each debt)"),
        (
            Count(PHONE, CalendarWindow.TODAY, "borrower"),
            "count(contact(any, phone), today)",
        ),
        (Count(PHONE, AllTime(), "borrower"), "count(contact(any, phone))"),
        (Count(PHONE, AllTime(), "debt"), "count(contact(any, phone), for each debt)"),
        (
            Count(PHONE, Rolling(7 * DAY), "debt"),
            "count(contact(any, phone), last 7 days, for each debt)",
        ),
    ],
)
def test_a_question_about_the_past_is_its_own_key(history: History, key: str) -> None:
    assert history_key(VOCABULARY, history) == key


def test_where_there_are_no_subjects_each_is_named() -> None:
    nobody = Vocabulary({}, {"contact": CONTACT}, {"stop": STOP})
    assert history_key(nobody, Ever(ANY_STOP, "")) == "ever(stop(any))"
    assert history_key(nobody, Ever(ANY_STOP, "debt")) == "ever(stop(any), for each debt)"


@pytest.mark.parametrize(
    ("origin", "parameters"),
    [
        (Ever(SAME_STOP, "borrower"), ("target",)),
        (Count(SAME_CALL, AllTime(), "borrower"), ("target", "channel")),
        (Count(PHONE, SinceEvent(SAME_STOP), "borrower"), ("target",)),
        (Count(SAME_CALL, SinceEvent(SAME_STOP), "borrower"), ("target", "channel")),
        (Count(PHONE, SinceEvent(ANY_STOP), "borrower"), ()),
        (Elapsed(ANY_STOP, "borrower"), ()),
        (OpenTerm("terms"), ()),
    ],
)
def test_an_axis_is_relative_to_the_parameters_that_it_names_with_same(
    origin: Origin, parameters: tuple[str, ...]
) -> None:
    assert same_parameters(axis(origin)) == parameters
    assert is_relative(axis(origin)) == bool(parameters)


def test_a_case_states_a_relative_axis_with_the_actions_own_arguments() -> None:
    found = {
        grounded_key(VOCABULARY, axis(origin), PROPOSED)
        for origin in (
            Ever(SAME_STOP, "borrower"),
            Count(SAME_CALL, SinceEvent(SAME_STOP), "debt"),
            Count(SAME_CALL, CalendarWindow.TODAY, "borrower"),
        )
    }
    assert found == {
        "ever(stop(emergency))",
        "count(contact(emergency, phone), since stop(emergency), for each debt)",
        "count(contact(emergency, phone), today)",
    }


def test_a_case_states_any_other_axis_under_its_own_key() -> None:
    for origin in (Ever(ANY_STOP, "borrower"), OpenTerm("terms")):
        assert grounded_key(VOCABULARY, axis(origin), PROPOSED) == "as it stands"
    fact = Axis("overdue", YesNo())
    assert grounded_key(VOCABULARY, fact, PROPOSED) == "overdue"
    assert same_parameters(fact) == ()


def test_only_what_is_the_same_changes_in_a_question_about_the_past() -> None:
    kept = Count(PHONE, SinceEvent(ANY_STOP), "debt")
    assert grounded_history(VOCABULARY, kept, PROPOSED) == kept
    asked = Count(PHONE, SinceEvent(SAME_STOP), "debt")
    emergency = Pattern("stop", (frozenset({"emergency"}),))
    assert grounded_history(VOCABULARY, asked, PROPOSED) == Count(
        PHONE, SinceEvent(emergency), "debt"
    )
