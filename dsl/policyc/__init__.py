"""policyc: a small language for policies that are published as text, and its tools."""
