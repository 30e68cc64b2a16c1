"""In which files a text or an identifier occurs."""

from __future__ import annotations

import pytest

from layerlint.project.mentions import FEW, Mentions
from layerlint.project.raw_text import CODE, is_within_a_line

PARTS = {"/p/model.py": {"block", "Block"}}
FILES = {
    "/p/block.py": b"class Block(Layer):\n    pass\n",
    "/p/model.py": b"from block import Block\nblocks = [Block() for _ in range(4)]\n",
    "/p/other.py": b"class BigBlock(Layer):\n    pass\n",
    "/p/note.py": b"# `Block` is made elsewhere\n",
}


def _parts(path: str) -> set[str]:
    return PARTS.get(path, set())


@pytest.fixture(params=[False, True], ids=["few", "many"])
def mentions(request: pytest.FixtureRequest) -> Mentions:
    """The files, where few identifiers were looked for before, or many."""
    made = Mentions(list(FILES), FILES.__getitem__, _parts)
    for number in range(FEW if request.param else 0):
        made.of(("identifiers", "", f"name{number}"))
    return made


def test_a_text_is_found_within_words(mentions: Mentions) -> None:
    assert mentions.of(("mentions", "", "Block")) == tuple(FILES)


def test_an_identifier_stands_by_itself(mentions: Mentions) -> None:
    found = mentions.of(("identifiers", "", "Block"))
    assert found == ("/p/block.py", "/p/model.py", "/p/note.py")


def test_a_pattern_matches_as_well(mentions: Mentions) -> None:
    assert mentions.of(("identifiers", r"\bBlock\(\)", "Block")) == ("/p/model.py",)


@pytest.mark.parametrize(
    ("line", "is_code"),
    [
        (b"model.fit(x)  # as usual", True),
        (b"a = 1; model.fit(x)", True),
        (b"# model.fit(x)", False),
        (b"a = 1  # model.fit(x)", False),
        (b"# model.fit(x)\n\nother.fit(y)", True),
        (b"scaler.fit(x)\nmodel.fit(\n    x)", True),
        (b"scaler.fit(x)", False),
    ],
)
def test_a_pattern_of_code_matches_in_no_comment(line: bytes, is_code: bool) -> None:
    content = {"/p/train.py": b"import keras\n" + line + b"\n"}
    mentions = Mentions(list(content), content.__getitem__, _parts)
    found = mentions.of(("mentions", CODE + r"(?<!scaler)\.fit\(", ".fit("))
    assert found == (("/p/train.py",) if is_code else ())


def test_a_pattern_of_code_may_begin_lines_before_the_text() -> None:
    content = {"/p/load.py": b"custom_objects = {\n    'Other': Other,\n    'Block': Block,\n}\n"}
    mentions = Mentions(list(content), content.__getitem__, _parts)
    pattern = CODE + r"\bcustom_objects\s*=\s*\{[^}]*\bBlock\b"
    assert mentions.of(("identifiers", pattern, "Block")) == ("/p/load.py",)


@pytest.mark.parametrize(
    ("pattern", "is_one_line"),
    [
        (CODE + r"(?<!scaler)\.fit\(", True),
        (CODE + r"\bimport_module\([^)\n]*\bblock\b", True),
        (CODE + r"\bcustom_objects\s*=", False),
        (CODE + r"\bload\([^)]*\bBlock\b", False),
        (CODE + r"\bload\(\n", False),
        (r"(?s)" + CODE + r"\bload.*Block", False),
        (CODE + r"(?s:load.*Block)", False),
    ],
)
def test_a_pattern_that_may_go_on_behind_a_line_is_seen(pattern: str, is_one_line: bool) -> None:
    assert is_within_a_line(pattern) is is_one_line


def test_a_class_is_found_where_a_line_begins_with_it(mentions: Mentions) -> None:
    assert mentions.of(("classes", "", "Block")) == ("/p/block.py",)
    assert mentions.of(("classes", "", "Größe")) == ()


def test_an_identifier_of_other_letters_is_found(mentions: Mentions) -> None:
    assert mentions.of(("identifiers", "", "Größe")) == ()


def test_what_is_imported_has_the_name_among_its_parts(mentions: Mentions) -> None:
    assert mentions.of(("imported", "", "block")) == ("/p/model.py",)
    assert mentions.of(("imported", "", "layers")) == ()


def test_files_that_are_as_they_were_are_not_searched() -> None:
    changed = {"/p/model.py": b"", "/p/other.py": b"Block\n"}
    mentions = Mentions(list(FILES), changed.__getitem__, _parts)
    before = ("/p/block.py", "/p/model.py", "/p/note.py")
    found = mentions.known(("identifiers", "", "Block"), before, changed)
    assert found == ("/p/block.py", "/p/other.py", "/p/note.py")
    assert mentions.known(("classes", "", "BigBlock"), ("/p/other.py",), changed) == ()
    assert mentions.known(("imported", "", "block"), (), changed) == ("/p/model.py",)
