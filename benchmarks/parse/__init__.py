"""Reading: from text to policies."""
