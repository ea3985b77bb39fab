"""Cases in, decisions out: facts, history, what it turns on, why and why not.

In come a policy and what a person or program says of a case; out go decisions and findings. A case
that states enough is decided by the compiled evaluator, any other by the search over what is not
known. Nothing here prints, reads a file or asks for the time.
"""
