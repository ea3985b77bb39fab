"""What people get to see: each file of `golden/` in the one layout, in both scripts."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from policyc.source import Source
from policyc.syntax.format.checked import formatted
from policyc.syntax.words import Script

INPUTS = sorted((Path(__file__).parent / "golden").glob("*.policy"))


class PolicyFile(SingleFileSnapshotExtension):
    """A file of its own for each expected text."""

    _write_mode = WriteMode.TEXT
    file_extension = "policy"


@pytest.mark.parametrize("script", ["en", "zh"])
@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_a_file_is_laid_out_like_this(
    path: Path, script: Script, snapshot: SnapshotAssertion
) -> None:
    text = formatted(Source(path.name, path.read_text("utf-8")), script=script).text
    assert text == snapshot(extension_class=PolicyFile)
