"""Texts with comments put anywhere between their words."""

from hypothesis import strategies as st

from policyc.source import Source
from policyc.syntax.format import format_file
from policyc.syntax.format.canonical import canonical
from policyc.syntax.lexer import lexemes
from policyc.syntax.parse import parse
from tests.strategies import syntax

_REMARKS = (" # beside {}\n", "#beside {}\n   ", "\n # above {}\n    ", "\n\n\n#above {} \n\n   ")


@st.composite
def commented_texts(draw: st.DrawFn) -> str:
    """Texts of random files, with one to five comments that leave their meaning as it was."""
    text = format_file(draw(syntax.files()), script=draw(st.sampled_from(["en", "zh"])))
    for number in range(draw(st.integers(1, 5))):
        places = [token.start for token in lexemes(Source("a", text))]
        place = draw(st.sampled_from([*places, len(text)]))
        remark = draw(st.sampled_from(_REMARKS)).format(number)
        longer = text[:place] + remark + text[place:]
        if _says(longer) == _says(text):
            text = longer
    return text


def _says(text: str) -> object:
    file, _ = parse(Source("a", text))
    return None if file.broken else canonical(file.documents)
