"""All cases at once, as a section of the report."""
