"""Findings in texts that nobody checked: any characters, any spans."""

from hypothesis import strategies as st

from policyc.diagnostics.diagnostic import Code, Diagnostic, Fix, Related, Severity
from policyc.source import Source, Span

_AWKWARD = '\t\r\n\x00\x1b\x07\x7f\x9b\u200d\u202e\u2028\ufeff\ud800天`%:,́ａ🙂{}"<'


def characters() -> st.SearchStrategy[str]:
    """Any character, half of the time one that has made a terminal or a format stumble."""
    return st.one_of(st.sampled_from(_AWKWARD), st.characters(codec=None))


def texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Any text, lone surrogates included."""
    return st.text(characters(), max_size=max_size)


@st.composite
def spans(draw: st.DrawFn, names: st.SearchStrategy[str] | None = None) -> Span:
    """A span, maybe empty or over several lines, of a text of its own."""
    source = Source(draw(names or texts(10)), draw(texts(200)))
    ends = st.integers(0, len(source.text))
    start, end = sorted((draw(ends), draw(ends)))
    return Span(source, start, end)


def codes() -> st.SearchStrategy[Code]:
    """A code of any severity whose sentences quote an argument."""
    return st.builds(
        Code,
        st.sampled_from(("unknown-fact", "dead-rule", "stage-gap")),
        st.sampled_from(Severity),
        st.just({"en": "there is no `{name}`", "zh": "没有“{name}”"}),
        st.sampled_from(({}, {"en": "write `{name}`", "zh": "请写“{name}”"})),
    )


def findings() -> st.SearchStrategy[Diagnostic]:
    """A finding with any of the parts that it may have."""
    return st.builds(
        Diagnostic,
        codes(),
        st.none() | spans(),
        st.fixed_dictionaries({"name": texts(10)}),
        related=st.lists(
            st.builds(Related, spans(), st.just({"en": "see {name}", "zh": "参见{name}"})),
            max_size=2,
        ).map(tuple),
        fix=st.none() | st.builds(Fix, spans(), texts()),
        witness=st.none() | texts(),
    )
