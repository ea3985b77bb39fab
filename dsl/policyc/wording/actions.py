"""Actions and patterns in the language itself, under labels where they are wanted."""

from policyc.core.actions import Ground, Pattern
from policyc.syntax import nodes as n
from policyc.syntax.format.patterns import pattern as printed_pattern
from policyc.wording import trees
from policyc.wording.speech import Speech


def pattern_text(speech: Speech, found: Pattern) -> str:
    """A set of actions: `contact(not borrower, phone)`; missing arguments are any."""
    node = trees.pattern(speech, found)
    return trees.printed(speech, lambda terms: printed_pattern(terms, node))


def action_text(speech: Speech, action: Ground) -> str:
    """A single action with every argument: `contact(emergency, phone)`."""
    signature = speech.vocabulary.signature(action.name)
    arguments = [
        n.Argument("among", trees.member_names(speech, p.kind, [member]), span=trees.NOWHERE)
        for member, p in zip(action.arguments, signature.parameters, strict=True)
    ]
    node = trees.call(speech, signature, tuple(arguments))
    return trees.printed(speech, lambda terms: printed_pattern(terms, node))
