"""Policies in plain sentences, in either language, whichever script they were written in.

In come core values and readings of rules; out go sentences and the sections that hold them.
"""
