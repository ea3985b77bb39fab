"""The page that explains a diagnostic code: what it says, an example, what to do."""

from policyc.diagnostics.diagnostic import Language
from policyc.resources import pages_folder

_SUFFIX = ".md"


def page(code: str, language: Language = "en") -> str | None:
    """The Markdown of a code's page, or `None` for a code that has none."""
    if code not in page_codes(language):  # only a listed name becomes a path
        return None
    return (pages_folder() / language / f"{code}{_SUFFIX}").read_text(encoding="utf-8")


def page_codes(language: Language = "en") -> tuple[str, ...]:
    """The codes that have a page, in order of their names."""
    return tuple(sorted(path.stem for path in (pages_folder() / language).glob(f"*{_SUFFIX}")))
