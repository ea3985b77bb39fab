"""One decision: policyc against a hand-written function and against other rule engines."""
