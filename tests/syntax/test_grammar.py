"""The grammar and the nodes are one: a rule, a method of the builder, a node."""

import re

import pytest
from hypothesis import given
from lark.parsers.lalr_interactive_parser import InteractiveParser

from policyc.resources import grammar_folder
from policyc.source import Source
from policyc.syntax import nodes as n
from policyc.syntax.acceptance import END, Acceptance
from policyc.syntax.automaton import Automaton
from policyc.syntax.build import Builder
from policyc.syntax.format.files import format_file
from policyc.syntax.grammar import STARTS, lark_parser
from policyc.syntax.lexer import Token, classify, lexemes
from policyc.syntax.tables import tables
from policyc.syntax.words import words
from tests.strategies import syntax

RULE = re.compile(r"^([?!]?)([a-z_]+):|-> ([a-z_]+)", re.MULTILINE)


def grammar() -> str:
    return (grammar_folder() / "policy.lark").read_text("utf-8")


def named_rules() -> set[str]:
    return {alias or name for inline, name, alias in RULE.findall(grammar()) if inline != "?"}


def test_each_rule_has_a_method_of_the_builder_and_each_method_a_rule() -> None:
    methods = {name for name in dir(Builder) if not name.startswith("_")}
    assert methods == named_rules()


def test_the_parser_begins_where_texts_begin() -> None:
    assert set(tables().starts) == set(STARTS)


def walk(item: n.Heading | n.Item, text: str) -> list[Acceptance]:
    """What the parser takes before each terminal of a statement's text."""
    accepted = Automaton("heading" if isinstance(item, n.Heading) else "item").accepted
    found = [accepted]
    place = 0
    for token in lexemes(Source("a", text)):
        if token.start >= place:
            read = classify(token, accepted, words()) if token.type == "WORD" else token
            accepted, place = accepted.after(read.type), read.end
            found.append(accepted)
    return found


def alone(item: n.Item) -> str:
    document = n.Document(None, (item,), span=syntax.NOWHERE)
    return format_file(n.File(Source("a", ""), (document,)))


@pytest.mark.property
@given(syntax.files())
def test_only_lists_of_stages_and_rows_may_end_where_a_name_may_follow(file: n.File) -> None:
    for document in file.documents:
        for item in document.items:
            ways = walk(item, alone(item))
            assert END in ways[-1]
            if not isinstance(item, n.Stages | n.Table):
                assert not any("NAME" in accepted and END in accepted for accepted in ways)


def test_a_list_of_stages_may_end_or_go_on() -> None:
    accepted = Automaton("item").accepted
    for terminal in ("STAGES_OF", "NAME", "COLON", "NAME", "COLON", "FROM", "NUMBER"):
        accepted = accepted.after(terminal)
    assert {"NAME", "COMMA", END} <= set(accepted)
    assert "ALLOWED" not in accepted


def test_what_follows_a_phrase_elsewhere_does_not_follow_it_here() -> None:
    accepted = Automaton("item").accepted
    for terminal in ("USES", "NAME"):
        accepted = accepted.after(terminal)
    assert set(accepted) == {"COMMA", "DOT", END}


def test_nothing_follows_what_is_not_taken() -> None:
    begin = Automaton("item").accepted
    assert list(begin.after("THEN")) == []
    assert list(begin.after("THEN").after("THEN")) == []
    assert list(begin.after("USES").after("NAME").after(END)) == []


def accepts(run: InteractiveParser) -> set[str]:
    """What Lark finds by trying."""
    return set(run.accepts())  # type: ignore[no-untyped-call]  # Lark does not say


def test_the_automaton_accepts_what_lark_s_own_parser_does() -> None:
    run = lark_parser(grammar()).parse_interactive(start="item")
    accepted = Automaton("item").accepted
    for terminal in ("LIMIT", "NAME", "LPAR", "ANY", "RPAR", "TO", "NUMBER", "PER_DAY"):
        assert set(accepted) == accepts(run)
        run.feed_token(Token(terminal, "a", Source("a", "a"), 0, 1))  # type: ignore[arg-type]  # the parser looks at the type only
        accepted = accepted.after(terminal)
    ways_on = {"FOR_EACH", "COMMA", "UNLESS", "OTHERWISE", "CITE", END}
    assert set(accepted) == accepts(run) == ways_on
