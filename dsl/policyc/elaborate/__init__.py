"""Syntax tree to core: names, types and units resolved, sugar gone.

In come documents and a way to find others by name; out come core policies, tests, and findings.
Nothing here reads a file.
"""
