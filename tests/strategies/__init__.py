"""The one home of Hypothesis strategies."""
