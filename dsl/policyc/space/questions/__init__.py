"""Other questions about all cases: standing, compliance, idle rules, proofs, nearest changes."""
