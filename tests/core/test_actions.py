"""Actions, and the patterns that name sets of them."""

from itertools import chain, combinations

import pytest

from policyc.core.actions import (
    Argument,
    Ground,
    Kind,
    Parameter,
    Pattern,
    Same,
    Signature,
    Vocabulary,
)

TARGET = Kind("target", ("borrower", "emergency", "employer"))
CHANNEL = Kind("channel", ("sms", "phone"))
CONTACT = Signature("contact", (Parameter("target", TARGET), Parameter("channel", CHANNEL)))


def test_an_action_stands_for_each_choice_of_its_arguments() -> None:
    assert [str(ground) for ground in CONTACT.ground()] == [
        "contact(borrower, sms)",
        "contact(borrower, phone)",
        "contact(emergency, sms)",
        "contact(emergency, phone)",
        "contact(employer, sms)",
        "contact(employer, phone)",
    ]


def test_an_action_without_arguments_is_one_action() -> None:
    (report,) = Signature("report").ground()
    assert str(report) == "report"
    assert report == Ground("report", ())
    assert Signature("report").is_action


@pytest.mark.parametrize(
    ("arguments", "covered"),
    [
        ((None, None), {"borrower sms", "borrower phone", "emergency sms", "emergency phone"}),
        ((frozenset({"borrower"}), None), {"borrower sms", "borrower phone"}),
        ((None, frozenset({"phone"})), {"borrower phone", "emergency phone"}),
        ((frozenset({"emergency"}), frozenset({"sms"})), {"emergency sms"}),
    ],
)
def test_a_pattern_covers_the_actions_whose_every_argument_fits(
    arguments: tuple[Argument, ...], covered: set[str]
) -> None:
    asked = {"borrower sms", "borrower phone", "emergency sms", "emergency phone"}
    pattern = Pattern("contact", arguments)
    found = {a for a in asked if pattern.covers(Ground("contact", tuple(a.split())))}
    assert found == covered


def test_a_pattern_covers_no_action_of_another_name() -> None:
    assert not Pattern("contact", (None,)).covers(Ground("visit", ("borrower",)))
    assert not Pattern("contact").covers(Ground("report"))
    assert Pattern("report").covers(Ground("report"))


def test_a_pattern_has_an_argument_for_each_parameter() -> None:
    with pytest.raises(ValueError, match="zip"):
        Pattern("contact", (None,)).covers(Ground("contact", ("borrower", "sms")))
    with pytest.raises(ValueError, match="zip"):
        Pattern("contact", (None,)).text(CONTACT)


def test_same_is_the_argument_of_the_proposed_action() -> None:
    pattern = Pattern("contact", (Same("target"), frozenset({"sms"}), None, Same("channel")))
    proposed = Ground("visit", ("phone", "borrower"))
    grounded = pattern.grounded(proposed, {"channel": 0, "target": 1})
    assert grounded == Pattern(
        "contact", (frozenset({"borrower"}), frozenset({"sms"}), None, frozenset({"phone"}))
    )
    assert pattern.is_relative
    assert not grounded.is_relative


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((None, None), "contact(any)"),
        ((frozenset({"borrower"}), None), "contact(borrower)"),
        ((None, frozenset({"phone"})), "contact(any, phone)"),
        ((frozenset({"employer", "borrower"}), None), "contact(not emergency)"),
        ((Same("target"), None), "contact(same target)"),
        ((Same("target"), Same("channel")), "contact(same target, same channel)"),
    ],
)
def test_a_pattern_is_written_in_one_way(arguments: tuple[Argument, ...], text: str) -> None:
    assert Pattern("contact", arguments).text(CONTACT) == text


def test_members_are_written_in_the_kinds_order_and_the_shorter_list_is_named() -> None:
    colour = Kind("colour", ("red", "green", "blue", "black"))
    paint = Signature("paint", (Parameter("colour", colour),))
    written = {
        chosen: Pattern("paint", (frozenset(chosen),)).text(paint)
        for chosen in chain.from_iterable(combinations(colour.members, n) for n in (1, 2, 3))
    }
    assert written["red",] == "paint(red)"
    assert written["red", "blue"] == "paint(red | blue)"
    assert written["green", "blue", "black"] == "paint(not red)"
    five = Kind("colour", (*colour.members, "white"))
    light = Pattern("paint", (frozenset({"red", "green", "white"}),))
    assert light.text(Signature("paint", (Parameter("colour", five),))) == "paint(not blue | black)"
    assert Pattern("report").text(Signature("report")) == "report"
    assert Pattern("paint", (None,)).text(paint) == "paint(any)"


def test_only_the_last_arguments_are_left_out_where_anything_goes() -> None:
    three = Signature("visit", (Parameter("channel", CHANNEL),) * 3)
    sms = frozenset({"sms"})
    assert Pattern("visit", (None, sms, None)).text(three) == "visit(any, sms)"
    assert Pattern("visit", (sms, None, None)).text(three) == "visit(sms)"
    assert Pattern("visit", (None, None, sms)).text(three) == "visit(any, any, sms)"


def test_a_name_is_an_action_or_an_event() -> None:
    stop = Signature("stop", is_action=False)
    vocabulary = Vocabulary(actions={"contact": CONTACT}, events={"stop": stop})
    assert vocabulary.signature("contact") is CONTACT
    assert vocabulary.signature("stop") is stop
    with pytest.raises(KeyError):
        vocabulary.signature("call")
