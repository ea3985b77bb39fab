"""What people ask of policies: differences, comparisons, compliance, findings that need all cases.

In come core policies; out go plain frozen values that say everything a report says, and the texts
and JSON objects made of them. The questions about cases go to `space`; nothing here reads a file or
prints.
"""
