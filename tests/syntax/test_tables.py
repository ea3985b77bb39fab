"""The parser's tables: made once, kept, and made again where what is kept does not serve."""

import marshal
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyc.source import Source
from policyc.syntax import grammar
from policyc.syntax.lalr import Tables
from policyc.syntax.parse import parse
from policyc.syntax.tables import tables


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("POLICYC_CACHE", str(tmp_path / "cache"))
    tables.cache_clear()
    yield
    tables.cache_clear()


def kept(tmp_path: Path) -> Path:
    (file,) = (tmp_path / "cache").iterdir()
    return file


def anew() -> Tables:
    tables.cache_clear()
    return tables()


def make_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> Tables:
        raise AssertionError(text)

    monkeypatch.setattr(grammar, "made_tables", refuse)


def test_tables_that_are_kept_are_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tables()
    assert kept(tmp_path).is_file()
    make_no_more(monkeypatch)
    assert anew() == made


@pytest.mark.parametrize("content", [b"", b"\0", marshal.dumps(1), marshal.dumps(("", ()))])
def test_what_is_no_table_of_this_grammar_is_replaced(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables()
    kept(tmp_path).write_bytes(content)
    made = anew()
    make_no_more(monkeypatch)
    assert anew() == made


def test_a_cut_file_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables()
    file = kept(tmp_path)
    file.write_bytes(file.read_bytes()[:1000])
    made = anew()
    make_no_more(monkeypatch)
    assert anew() == made


def test_without_a_cache_the_tables_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    made = tables()
    monkeypatch.setenv("POLICYC_CACHE", "")
    assert set(anew().reductions) == set(made.reductions)  # states have other numbers each time


def renumbered(found: Tables) -> Tables:
    """The same tables, with the reductions the other way round."""
    last = len(found.reductions) - 1
    states = {
        state: {name: to if to >= 0 else ~(last - ~to) for name, to in row.items()}
        for state, row in found.states.items()
    }
    return found._replace(states=states, reductions=found.reductions[::-1])


def test_tables_that_are_made_anew_do_not_disturb_a_parser_that_has_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = Source("a.policy", "when overdue >= 16 and unreachable > 72h then allow call")
    before, _ = parse(source)
    other = renumbered(tables())
    monkeypatch.setenv("POLICYC_CACHE", "")
    monkeypatch.setattr(grammar, "made_tables", lambda _: other)
    assert anew() is other
    after, findings = parse(source)
    assert repr(after) == repr(before)
    assert not findings
