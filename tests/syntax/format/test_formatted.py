"""What is handed back: text that says the same, or the reason why there is none."""

import pytest

from policyc.source import Source
from policyc.syntax.format import checked
from policyc.syntax.format.checked import FormatResult, formatted
from policyc.syntax.format.files import format_file
from policyc.syntax.parse import parse


def test_a_file_in_the_layout_is_unchanged() -> None:
    source = Source("a", "forbid a\n")
    assert formatted(source) == FormatResult(source, "forbid a\n")
    assert not formatted(source).changed


def test_a_file_in_another_layout_is_changed() -> None:
    result = formatted(Source("a", "forbid    a"))
    assert result.text == "forbid a\n"
    assert result.changed


@pytest.mark.parametrize("text", ["", "# only a comment", "forbid", "rule r forbid a\nallow b"])
def test_a_broken_file_is_not_touched(text: str) -> None:
    result = formatted(Source("a", text))
    assert result.text is None
    assert not result.changed
    assert result.findings == parse(result.source)[1]
    assert format_file(parse(result.source)[0]) == text


def test_a_text_that_would_say_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source("a", "forbid a\nallow b  # why\nforbid c")
    for printed, place in [
        ("forbid a\nforbid b  # why\nforbid c", "allow b"),
        ("forbid a\nallow b  # why", "forbid c"),
        ("forbid a\nallow b  # why\nforbid c\nforbid d", ""),
        ("forbid a\nallow b\nforbid c", ""),
        ("forbid a\nallow b  # how\nforbid c", ""),
        ("forbid a\nallow b  # why\nforbid c\nrule", ""),
        ("forbid a\nallow b(  # why\nforbid c", "allow b"),
    ]:
        monkeypatch.setattr(checked, "format_file", lambda *_, text=printed, **__: text)
        result = formatted(source)
        assert result.text is None
        (finding,) = result.findings
        assert finding.code.name == "unfaithful-format"
        assert finding.span is not None
        assert finding.span.text == place
