"""The one layout of the language: a syntax tree printed in either script, comments kept.

In comes a source or a file's tree; out goes text that says the same. Nothing here reads files or
writes them.
"""

from policyc.syntax.format.checked import FormatResult, formatted
from policyc.syntax.format.difference import difference
from policyc.syntax.format.files import format_file, script_of
from policyc.syntax.format.names import NameMap, WatchfulNameMap, to_labels, to_names

__all__ = [
    "FormatResult",
    "NameMap",
    "WatchfulNameMap",
    "difference",
    "format_file",
    "formatted",
    "script_of",
    "to_labels",
    "to_names",
]
