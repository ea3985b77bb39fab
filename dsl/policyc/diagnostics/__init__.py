"""What is wrong, where, and what to do: findings, the catalogue of codes, one file per format.

In come `Diagnostic` values from every pass; out go texts. `text`, `concise`, `json`, `sarif` and
`github` are pure functions of the findings and a language: no terminal is asked, none written to.
"""
