"""All cases at once: comparing policies, their idle rules, and what a partial case may give."""

from contextlib import redirect_stdout
from io import StringIO

from benchmarks import space_bench

_ABOUT = """\
## All cases at once

Policies of 1,000 rules, as `python -m benchmarks.space_bench` measures them: edited a little,
rewritten in other words, and unrelated ones; every answer was checked before it was timed.
"""


def section() -> str:
    """The section of the report."""
    printed = StringIO()
    with redirect_stdout(printed):
        space_bench.main()
    return f"{_ABOUT}\n```text\n{printed.getvalue()}```"
