"""Core values in the words of people: numbers with units, conditions, actions, verdicts.

In come core values and a language; out goes text in the policy language itself, in either script,
with labels where they are wanted. Nothing here looks at how something was computed.
"""
