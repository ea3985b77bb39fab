"""By when a required action is due, in the language itself."""

from policyc.core.policy import Deadline
from policyc.syntax import nodes as n
from policyc.syntax.format.algebra import SPACE, Doc, concat
from policyc.syntax.format.patterns import pattern as printed_pattern
from policyc.syntax.format.terms import Terms
from policyc.wording import trees
from policyc.wording.speech import Speech
from policyc.wording.values import grouped


def deadline_text(speech: Speech, deadline: Deadline) -> str:
    """`within 5 days of conversation(borrower)`, `every 1 year`."""
    length = n.Quantity(grouped(deadline.amount), deadline.unit, span=trees.NOWHERE)
    event = None if deadline.event is None else trees.pattern(speech, deadline.event)

    def doc(terms: Terms) -> Doc:
        if event is None:
            return concat(terms.word("EVERY"), SPACE, terms.quantity(length))
        within = concat(terms.word("WITHIN"), SPACE, terms.quantity(length), SPACE)
        return concat(within, terms.word("AFTER"), SPACE, printed_pattern(terms, event))

    return trees.printed(speech, doc)
