"""Standalone: the evaluator that a compiled policy brings along.

Each file here is copied into the modules that `policyc compile --to python` writes, without its
imports from this room. So nothing here imports anything but the standard library, and what takes
long to import is imported where it is needed: a module starts a few milliseconds after Python.
"""
