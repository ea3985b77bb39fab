"""Engines that compare policies, one file each; peers run in environments of their own."""
