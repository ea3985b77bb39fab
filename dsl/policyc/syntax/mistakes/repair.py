"""Whether a repair helps: a suggestion that runs into the next mistake is worse than none."""

from policyc.diagnostics.diagnostic import Diagnostic, Fix
from policyc.source import Source
from policyc.syntax.acceptance import END
from policyc.syntax.lexer import Token, classify, lexemes
from policyc.syntax.mistakes.standstill import Standstill

_AHEAD = 200
"""So many characters behind a repair are looked at: enough for the lexemes that follow."""


def leads_on(stop: Standstill, found: Diagnostic, beyond: int = 1) -> bool:
    """Whether the parser, with a finding's repair, gets so many lexemes further than the repair.

    It does where the statement may end before that. A finding without a repair promises nothing.
    """
    return found.fix is None or _reads(stop, found.fix, beyond)


def _reads(stop: Standstill, fix: Fix, beyond: int) -> bool:
    taken = tuple(token for token in stop.taken if token.end <= fix.span.start)
    accepted = Standstill(stop.begin, taken, stop.found, stop.words).accepted
    text = fix.span.source.text
    start = taken[-1].end if taken else fix.span.start
    repaired = text[start : fix.span.start] + fix.replacement
    piece = Source("", repaired + text[fix.span.end : fix.span.end + _AHEAD])
    whole = fix.span.end + _AHEAD >= len(text)
    behind = 0
    for token in lexemes(piece):
        if token.start < behind:
            continue  # the rest of a phrase
        if token.start >= len(repaired):
            beyond -= 1
        if beyond < 0 or (token.end == len(piece.text) and not whole):
            return True
        read = classify(token, accepted, stop.words) if token.type == "WORD" else token
        if read.type not in accepted:
            return END in accepted and _may_follow(stop, token)
        accepted, behind = accepted.after(read.type), read.end
    return True


def _may_follow(stop: Standstill, token: Token) -> bool:
    """Whether a token begins a line, or what may follow a complete statement."""
    line = token.source.text[: token.start].rpartition("\n")
    begins_line = bool(line[1]) and not line[2].strip()
    return begins_line or classify(token, stop.begin, stop.words).type in stop.begin
