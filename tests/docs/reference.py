"""Writes the generated pages of the reference: `python -m tests.docs.reference`, or `--check`.

The grammar and the words come from `grammar/`, the codes from the catalogue of diagnostics.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from policyc.diagnostics.catalogue import CATALOGUE
from policyc.resources import grammar_folder
from policyc.syntax.words import words

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "reference"
GENERATED = "<!-- written by `python -m tests.docs.reference`: change grammar/ or the catalogue -->"

GRAMMAR = f"""{GENERATED}

# The grammar

What may follow what, rule by rule, in the notation of [lark](https://lark-parser.readthedocs.io):
`?` may be missing, `*` any number of times, `+` at least once, `|` one of several, `->` is what
this form is called. `NAME` is a name or a label, `STRING` a text in quotes, `NUMBER` a number such
as `12_000` or `0.5`, `DATE` as in `2025-03-31`, `TIME` as in `20:00`, `UNIT` a unit or a currency,
`TYPE` a built-in type. Every other word in quotes has the synonyms and the Chinese forms that
[the words](words.md) list, and is no reserved word: a fact may be called `rule`.

A file is a sequence of documents; a `heading` begins one, each `item` is a statement of it.
"""

WORDS = f"""{GENERATED}

# The words

Each keyword in both scripts. Where a cell holds several, all are read and the first is what
`policyc fmt` writes. Phrases of several words are separated by any white space.
"""

CODES = f"""{GENERATED}

# The codes

Every code that a finding may have. `policyc explain CODE` shows its page, with a sample and how to
mend it.
"""


def grammar_page() -> str:
    """The grammar's rules under the headings of its file, terminals as their English words."""
    text = (grammar_folder() / "policy.lark").read_text(encoding="utf-8")
    return GRAMMAR + "".join(_sections(text))


def _sections(text: str) -> Iterator[str]:
    rules, *_ = text.partition("\nRANGE:")
    _, *parts = re.split(r"^// ---- (.*)$", f"// ---- documents\n{rules}", flags=re.MULTILINE)
    for title, body in zip(parts[::2], parts[1::2], strict=True):
        lines = [line for line in body.splitlines() if not line.startswith("//")]
        shown = "\n".join(_shown(line) for line in lines).strip()
        yield f"\n## {title.strip().capitalize()}\n\n```lark\n{shown}\n```\n"


def _shown(line: str) -> str:
    """A line of the grammar without what only the parser needs, keywords in quotes."""
    line = re.sub(r"^[?!]+", "", line)
    return re.sub(r"\b[A-Z][A-Z_]+\b", _word, line)


def _word(match: re.Match[str]) -> str:
    terminal = match.group()
    known = (terminal, "en") in words().printed
    return f'"{words().word(terminal, "en")}"' if known else terminal


def words_page() -> str:
    """The table of words, in the sections of its file."""
    text = (grammar_folder() / "words.txt").read_text(encoding="utf-8")
    lines = text.splitlines()
    return WORDS + "".join(_word_lines(lines))


_TABLE = "| English | 中文 |\n| --- | --- |\n"


def _word_lines(lines: list[str]) -> Iterator[str]:
    heading: str | None = None
    for line in lines:
        if line.startswith("# "):
            heading = line.removeprefix("# ")
        elif line and not line.startswith("#"):
            if heading is not None:
                yield f"\n## {heading[0].upper()}{heading[1:]}\n\n{_TABLE}"
                heading = None
            _, english, chinese = re.split(r"\s{2,}", line.strip())
            yield f"| {_cell(english)} | {_cell(chinese)} |\n"


def _cell(choices: str) -> str:
    return "–" if choices == "-" else ", ".join(f"`{word}`" for word in choices.split("|"))


def codes_page() -> str:
    """The codes with their messages, in the order of their names."""
    rows = (
        f"| `{code.name}` | {code.severity.value} | {_message(code.message['en'])} |"
        for code in sorted(CATALOGUE.values(), key=lambda code: code.name)
    )
    return CODES + "\n| code | | what it says |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n"


def _message(template: str) -> str:
    """A message's sentence, with an ellipsis for what is filled in."""
    return re.sub(r"\{\w+\}", "…", template).replace("|", "\\|")


def pages() -> dict[Path, str]:
    """Every generated page and what it should hold."""
    return {
        FOLDER / "grammar.md": grammar_page(),
        FOLDER / "words.md": words_page(),
        FOLDER / "codes.md": codes_page(),
    }


def stale() -> list[str]:
    """The pages that are missing or out of date."""
    return [
        path.name
        for path, text in pages().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Writes the pages, or with `--check` says which are stale; the exit code."""
    if "--check" in sys.argv[1:]:
        found = stale()
        sys.stdout.write("".join(f"{name} is stale\n" for name in found))
        return 1 if found else 0
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
