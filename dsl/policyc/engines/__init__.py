"""Engines: evaluators made from the core alone, each tested against `core.meaning`.

In comes a `Policy`; out comes something that runs. Engines do not know one another, and none
reads a `.policy` text, a file or a clock.
"""
