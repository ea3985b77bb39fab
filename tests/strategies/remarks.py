"""Texts with comments put anywhere between their words."""

from hypothesis import assume
from hypothesis import strategies as st

from policyc.source import Source
from policyc.syntax.format.canonical import canonical
from policyc.syntax.format.files import format_file
from policyc.syntax.lexer import lexemes
from policyc.syntax.parse import parse
from tests.strategies import syntax

_REMARKS = (" # beside {}\n", "#beside {}\n   ", "\n # above {}\n    ", "\n\n\n#above {} \n\n   ")


@st.composite
def commented_texts(draw: st.DrawFn) -> str:
    """Texts of random files, with one to five comments that leave their meaning as it was."""
    file = draw(syntax.files())
    text = format_file(file, script=draw(st.sampled_from(["en", "zh"])))
    starts = [token.start for token in lexemes(Source("a", text))]
    places = draw(st.lists(st.sampled_from([*starts, len(text)]), min_size=1, max_size=5))
    for number, place in enumerate(sorted(places, reverse=True)):
        remark = draw(st.sampled_from(_REMARKS)).format(number)
        text = text[:place] + remark + text[place:]
    read, _ = parse(Source("a", text))
    # A phrase may not be cut in two, and a row may not end before a verdict.
    assume(not read.broken and canonical(read.documents) == canonical(file.documents))
    return text
