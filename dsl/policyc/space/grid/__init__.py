"""Facts, histories and sums cut into cells, and conditions compiled to boxes of cells."""
