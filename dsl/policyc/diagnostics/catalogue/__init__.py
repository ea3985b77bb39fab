"""Every code that a finding may have, with its sentences in both languages.

One file per theme; each code is declared once, and explained on a page of its name.
"""

from collections.abc import Mapping
from types import MappingProxyType

from policyc.diagnostics.catalogue import (
    analysing,
    deciding,
    formatting,
    naming,
    reading,
    stating,
    testing,
    typing,
)
from policyc.diagnostics.diagnostic import Code

_THEMES = (reading, formatting, naming, typing, stating, testing, deciding, analysing)

CATALOGUE: Mapping[str, Code] = MappingProxyType(
    {
        code.name: code
        for theme in _THEMES
        for code in vars(theme).values()
        if isinstance(code, Code)
    }
)
"""The codes by name, in the order of the files."""
