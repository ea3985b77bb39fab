"""Tests, scenarios and tables: what was expected of policies, what came, and what nobody tried.

In come elaborated documents and a day; out go results, findings for what did not come out as
expected, coverage, surviving mutants, and the reports made of them. Nothing here reads the clock,
reads a file or prints.
"""
