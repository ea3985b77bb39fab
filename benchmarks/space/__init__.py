"""All cases at once: differences of policies from 10 to 3,000 rules."""
