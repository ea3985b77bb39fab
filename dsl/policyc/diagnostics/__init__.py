"""What is wrong, where, and what to do: findings, the catalogue of codes, one file per format."""
