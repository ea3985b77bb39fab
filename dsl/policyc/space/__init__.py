"""All cases at once: what policies say of every case, exactly, from the core alone.

In come core policies; out go plain frozen values (regions, possibilities, findings) that other
rooms put into words. Every case shown was replayed through `core.meaning` first.
Nothing here reads a file or prints; what cannot be settled within the budget is an `Undecided`
value, never a guess.

From below: `boxes` and whether they cover one another; the `grid` of cells that facts are cut
into; the `theory` of what always holds among them. `space` joins the three, with `live`, `effects`
and `where` on it. Then the `differences` of policies, and the other `questions`.
"""
