"""Boxes of cells: what they have in common, whether some cover another, diagrams of them."""
