"""What to say of a text that the grammar does not know.

The parser stopped at a lexeme; explanations are tried, the likeliest first. Each is said in the
words of somebody who writes policies, and where the repair is plain, it comes with the finding.
"""

from policyc.syntax.mistakes.explain import explain, stray, unfinished
from policyc.syntax.mistakes.notations import grouped_digits
from policyc.syntax.mistakes.standstill import Standstill

__all__ = ["Standstill", "explain", "grouped_digits", "stray", "unfinished"]
