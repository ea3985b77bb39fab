"""What always holds among the axes of a grid, and values for the cells of a box."""
