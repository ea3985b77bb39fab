"""Finding documents: beside a file, up to the project's root, in the library that ships."""

import os
from pathlib import Path

import pytest

from policyc.diagnostics.diagnostic import Diagnostic
from policyc.library.library import Library, Opened
from policyc.library.project import open_project
from policyc.library.reading import MAX_BYTES, decoded
from policyc.source import Source

WORDS = "vocabulary {}\naction {}\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def source_of(library: Library, path: Path) -> Source:
    found = library.open(path)
    assert isinstance(found, Opened)
    return found.source


def found(library: Library, name: str, near: Path) -> list[str]:
    """The texts that a name leads to from a file."""
    return [f.source.text for f in library.find(name, source_of(library, near))]


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    write(folder, "words.policy", WORDS.format("words", "shipped"))
    write(folder, "cn/words.policy", WORDS.format("words", "chinese"))
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    write(folder, "policyc.toml", "")
    return folder


def test_what_lies_beside_comes_before_what_lies_above(project: Path, shipped: Path) -> None:
    near = write(project, "in/near.policy", "forbid call\n")
    write(project, "words.policy", WORDS.format("words", "above"))
    library = Library(shipped)
    assert found(library, "words", near) == [WORDS.format("words", "above")]
    write(project, "in/words.policy", WORDS.format("words", "beside"))
    assert found(Library(shipped), "words", near) == [WORDS.format("words", "beside")]


def test_nothing_above_the_root_is_found(tmp_path: Path, project: Path, shipped: Path) -> None:
    write(tmp_path, "words.policy", WORDS.format("words", "outside"))
    near = write(project, "near.policy", "forbid call\n")
    assert found(Library(shipped), "words", near) == [WORDS.format("words", "shipped")]


def test_where_no_folder_is_a_root_only_the_own_one_is_looked_into(
    tmp_path: Path, shipped: Path
) -> None:
    write(tmp_path, "words.policy", WORDS.format("words", "above"))
    near = write(tmp_path, "in/near.policy", "forbid call\n")
    above = [folder for folder in near.parents if (folder / ".git").exists()]
    if not above:  # a checkout of something else may lie around the tests' folder
        assert found(Library(shipped), "words", near) == [WORDS.format("words", "shipped")]


def test_a_dotted_name_leads_into_folders(project: Path, shipped: Path) -> None:
    near = write(project, "near.policy", "forbid call\n")
    assert found(Library(shipped), "cn.words", near) == [WORDS.format("words", "chinese")]


def test_a_file_with_one_document_is_found_by_the_files_name(project: Path, shipped: Path) -> None:
    write(project, "alias.policy", WORDS.format("words", "named"))
    near = write(project, "near.policy", "forbid call\n")
    assert found(Library(shipped), "alias", near) == [WORDS.format("words", "named")]


def test_of_several_documents_the_one_of_the_name_is_found(project: Path, shipped: Path) -> None:
    text = WORDS.format("other", "a") + WORDS.format("several", "b")
    write(project, "several.policy", text)
    near = write(project, "near.policy", "forbid call\n")
    library = Library(shipped)
    (document,) = library.find("several", source_of(library, near))
    assert document.name == "several"


def test_several_documents_without_the_name_are_not_found(project: Path, shipped: Path) -> None:
    write(project, "several.policy", WORDS.format("one", "a") + WORDS.format("two", "b"))
    near = write(project, "near.policy", "forbid call\n")
    assert found(Library(shipped), "several", near) == []


def test_a_name_that_no_file_system_takes_is_not_found(project: Path, shipped: Path) -> None:
    near = write(project, "near.policy", "forbid call\n")
    assert found(Library(shipped), "n" * 5000, near) == []


def test_names_that_could_be_meant_are_listed(project: Path, shipped: Path) -> None:
    write(project, "house.policy", WORDS.format("house", "a"))
    text = WORDS.format("inside", "b") + "policy p\nuses inside\nrule r: allow b\n"
    near = write(project, "near.policy", text)
    library = Library(shipped)
    names = library.names(source_of(library, near))
    assert list(names) == ["cn.words", "house", "inside", "near", "p", "words"]


def test_a_file_is_read_once(project: Path, shipped: Path) -> None:
    path = write(project, "near.policy", "forbid call\n")
    library = Library(shipped)
    first = library.open(path)
    path.write_text("allow call\n", encoding="utf-8")
    assert library.open(path) is first


def test_a_link_and_its_target_are_one_file(project: Path, shipped: Path) -> None:
    path = write(project, "near.policy", "forbid call\n")
    (project / "link.policy").symlink_to(path)
    library = Library(shipped)
    assert library.open(project / "link.policy") is library.open(path)


def test_a_ring_of_links_is_a_file_that_cannot_be_read(project: Path) -> None:
    (project / "a.policy").symlink_to(project / "b.policy")
    (project / "b.policy").symlink_to(project / "a.policy")
    finding = Library().open(project / "a.policy")
    assert isinstance(finding, Diagnostic)
    assert finding.code.name == "unreadable-file"


def test_a_folder_stands_for_all_its_policies_in_order(project: Path) -> None:
    write(project, "b.policy", "forbid threaten\n")
    write(project, "a/z.policy", "forbid threaten\n")
    write(project, ".hidden/x.policy", "nonsense\n")
    opened = open_project([project])
    names = [os.path.relpath(file.source.name, project) for file in opened.files]
    assert names == ["a/z.policy", "b.policy"]
    assert opened.findings == ()


def test_a_file_named_twice_is_looked_at_once(project: Path) -> None:
    path = write(project, "b.policy", "forbid threaten\n")
    assert len(open_project([path, project]).files) == 1


def test_a_folder_without_policies_says_so(project: Path) -> None:
    (finding,) = open_project([project]).unreadable
    assert finding.code.name == "no-policies"


def test_a_mark_at_the_beginning_is_no_part_of_the_text() -> None:
    found = decoded("﻿forbid call\r\nallow call\r".encode(), "a")
    assert isinstance(found, Source)
    assert found.text == "forbid call\nallow call\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\xff", "not-utf8"), (b"a" * (MAX_BYTES + 1), "too-large")],
)
def test_bytes_that_are_no_text_are_a_finding(data: bytes, code: str) -> None:
    found = decoded(data, "a.policy")
    assert isinstance(found, Diagnostic)
    assert found.code.name == code


def test_a_text_of_the_greatest_size_is_read() -> None:
    assert isinstance(decoded(b"#" * MAX_BYTES, "a"), Source)
