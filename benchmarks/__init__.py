"""Benchmarks: how fast policyc is, as ratios to yardsticks measured in the same run."""
