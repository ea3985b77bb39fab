"""Exit codes, the same for every command."""

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code says."""

    OK = 0
    """All well."""
    FINDINGS = 1
    """A policy's error, a failed test or proof, a difference that the caller asked to fail on."""
    USAGE = 2
    """Wrong usage, or input that cannot be read."""
    BUG = 3
    """A bug in policyc itself."""
