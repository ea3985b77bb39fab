"""The core: what a policy means, without sugar, unresolved names or units.

In come values that `elaborate` built; out go values that every engine reads. `meaning` is the
definition of the language; nothing here knows a file, a clock, a terminal or an engine.
"""
