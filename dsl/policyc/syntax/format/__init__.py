"""The one layout of the language: a syntax tree printed in either script, comments kept.

In comes a source or a file's tree; out goes text that says the same. Nothing here reads files or
writes them. `checked.formatted` lays out a source; wording prints single expressions and asks for
no more than their modules.
"""
