"""Answers as texts for people and as objects for programs. Nothing is computed here."""
