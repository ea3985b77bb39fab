"""Benchmarks: how fast policyc is, as ratios to yardsticks measured in the same run.

Each section is a module with `section()`, which measures and returns its part of the report, and
`check()`, which raises where an answer that would be timed is wrong.
"""

SECTIONS = (
    "decide.bench",
    "space.real",
    "space.growth",
    "space.crowd",
    "space.peers",
    "space.hard",
    "parse.bench",
    "startup.bench",
)
"""In the order of the report."""
