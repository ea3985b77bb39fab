"""All codes of the catalogue."""

from importlib import import_module
from pkgutil import iter_modules

from policyc.diagnostics import catalogue
from policyc.diagnostics.diagnostic import Code

_MODULES = [
    import_module(f"{catalogue.__name__}.{module.name}")
    for module in iter_modules(catalogue.__path__)
]

CODES: tuple[Code, ...] = tuple(
    sorted(
        {
            id(value): value
            for module in _MODULES
            for value in vars(module).values()
            if isinstance(value, Code)
        }.values(),
        key=lambda code: code.name,
    )
)
"""Every code that a module of the catalogue holds, by name."""
