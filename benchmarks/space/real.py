"""Published policies: how long a whole comparison takes, wording included."""

from functools import partial

import attrs

from benchmarks.measuring import duration, processor_medians, table
from benchmarks.space.published import published
from policyc.analyse.compliance import compliance
from policyc.analyse.difference import difference
from policyc.analyse.reports.diff_text import diff_text
from policyc.analyse.reports.style import Style
from policyc.core.policy import Policy
from policyc.space.differences.regions import compare
from policyc.space.questions.idle import idle
from policyc.space.space import Space

_ABOUT = """\
## Published policies

All differences of two policies that are in memory: the regions alone; and with everything that
`policyc diff` prints, which is worked out region by region (ordinary examples, the nearest case of
agreement, what is certain whatever an unspecified term may be, the sentences). *Small models* are
the three policies of 3 to 8 rules of which the project's tests count the regions; `xiaohua` leaves
terms unspecified. *Against* is where the first permits what the second forbids or omits what it
requires.
"""
_WIDTH = 100


@attrs.frozen
class Published:
    """Two published policies, and how many regions they may have at most, where that is known."""

    left: str
    right: str
    most: int | None = None

    @property
    def policies(self) -> tuple[Policy, Policy]:
        """The policies."""
        return published(self.left), published(self.right)


PAIRS = (
    Published("m_tianxing", "m_guideline", 8),
    Published("m_tianxing", "m_xiaohua", 10),
    Published("m_xiaohua", "m_guideline", 6),
    Published("tianxing", "xiaohua"),
    Published("tianxing", "pipl"),
)
ALONE = ("tianxing", "xiaohua")


def section() -> str:
    """The section of the report."""
    heading = ["", "rules", "regions", "exceptions", "found in", "with wording", "against"]
    rows = [_row(pair) for pair in PAIRS]
    return _ABOUT + "\n" + table(heading, rows) + "\n\n" + _idle()


def _row(pair: Published) -> list[str]:
    left, right = pair.policies
    regions, exceptions = _checked(pair)
    times = processor_medians(
        lambda: compare(left, right),
        lambda: _worded(left, right),
        lambda: compliance(left, right),
    )
    names = " and ".join(name.removeprefix("m_") for name in (pair.left, pair.right))
    small = ", small models" if pair.left.startswith("m_") else ""
    rules = " + ".join(str(len(policy.clauses)) for policy in pair.policies)
    return [names + small, rules, str(regions), str(exceptions), *map(duration, times)]


def _checked(pair: Published) -> tuple[int, int]:
    """How many regions and exceptions there are; every region's case has been replayed."""
    found = compare(*pair.policies)
    if not found.complete or (pair.most is not None and len(found.regions) > pair.most):
        raise RuntimeError(f"{pair}: {len(found.regions)} regions, {len(found.unknown)} unknown")
    return len(found.regions), sum(len(region.exceptions) for region in found.regions)


def _worded(left: Policy, right: Policy) -> str:
    """What `policyc diff --all` prints."""
    style = Style(_WIDTH, False, None)
    return diff_text(difference(left, right), "en", [left.name, right.name], style)


def _idle() -> str:
    """How long it takes to find the idle rules of published policies, as a sentence."""
    found = []
    for name in ALONE:
        policy = published(name)
        rules = len(_idle_rules(policy))
        (takes,) = processor_medians(partial(_idle_rules, policy))
        found.append(f"{rules} in `{name}`, in {duration(takes)}")
    return f"Rules that never decide: {'; '.join(found)}."


def _idle_rules(policy: Policy) -> list[object]:
    return list(idle(Space((policy,))))


def check() -> None:
    """Compares the small models. Raises `RuntimeError` where there are more regions than known."""
    for pair in PAIRS[:3]:
        _checked(pair)
    if "Guideline forbids, Tianxing does not" not in _worded(*PAIRS[0].policies):
        raise RuntimeError("the wording does not say who forbids")
