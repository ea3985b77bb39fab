"""Where the files that ship with policyc lie, and where it may keep a cache.

The one module that knows the difference between a checkout (the grammar and the policies are
folders of the repository) and an installed wheel (they lie inside the package). No other module
builds a path from its own place.
"""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def grammar_folder() -> Path:
    """The folder of the grammar and of the language's words."""
    return _shipped("grammar")


def library_folder() -> Path:
    """The folder of the policies that ship with policyc: the last place where `uses` looks."""
    return _shipped("policies")


def shipped_name(path: str) -> str | None:
    """The name of a policy file that ships, as `uses` finds it; nothing for any other file."""
    file = Path(path)
    if not file.is_absolute() or not file.is_relative_to(library_folder()):
        return None
    return ".".join(file.relative_to(library_folder()).with_suffix("").parts)


def pages_folder() -> Path:
    """The folder of the pages on diagnostic codes: `<language>/<code>.md`."""
    return _PACKAGE / "diagnostics" / "pages"


def schemas_folder() -> Path:
    """The folder of the JSON Schemas of what policyc prints: `<name>-<version>.json`."""
    return _PACKAGE / "schemas"


def code_files() -> list[Path]:
    """The files that policyc runs on, in a fixed order: what it answers may change with them."""
    return [*sorted(_PACKAGE.rglob("*.py")), *sorted(grammar_folder().iterdir())]


def cache_folder() -> Path | None:
    """An existing folder that only this user can write, or `None` where there is none to be had.

    `POLICYC_CACHE` names another one; set to nothing, it turns the cache off. What lies in the
    cache is trusted when it is read back, so a folder that others may write to is not used.
    """
    chosen = os.environ.get("POLICYC_CACHE")
    if chosen == "":
        return None
    folder = Path(chosen) if chosen else _users_cache()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _is_private(folder) else None
    except OSError:
        return None


def _shipped(name: str) -> Path:
    """A folder that lies in `_shipped` in a wheel, and at the top of a checkout."""
    shipped = _PACKAGE / "_shipped" / name
    return shipped if shipped.is_dir() else _PACKAGE.parents[1] / name


def _users_cache() -> Path:
    # Imported here: most runs find everything that they need without it.
    from platformdirs import user_cache_path  # noqa: PLC0415  # keeps start-up short

    return user_cache_path("policyc", appauthor=False)


def _is_private(folder: Path) -> bool:
    """Whether this user can write the folder and, where the system can tell, nobody else can."""
    if not os.access(folder, os.W_OK | os.X_OK):
        return False
    if os.name != "posix":
        return True
    status = folder.stat()
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022
