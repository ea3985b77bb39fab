"""The Python engine: one decision, fast.

`compiling` makes callables in this process, `module` a Python file that needs nothing but Python.
Both come out of the same steps: `grid` cuts every axis where some condition asks, `formulas`
rewrites guards over the cells, `specialising` keeps what matters to one action, `planning` chooses
between tests and rows, `functions` writes the code as a syntax tree.
"""

from policyc.engines.python.answers import Answer, Missing
from policyc.engines.python.checking import FactError, Invalid, Problem
from policyc.engines.python.compiling import Compiled, compile_policy

__all__ = ["Answer", "Compiled", "FactError", "Invalid", "Missing", "Problem", "compile_policy"]
