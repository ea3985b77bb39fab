"""Tests of the whole way: text to decisions, through every engine."""
