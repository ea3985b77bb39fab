"""Text to syntax tree and back: words of both scripts, lexer, parser, tree, formatter.

In comes a `Source`; out go a `File` and findings. Parsing never raises on bad input: it reports
and goes on with the next item. Names are not resolved here.
"""
