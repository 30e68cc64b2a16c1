"""What is asked of a project without parsing the files that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from layerlint.model.project import Project
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex

BASE = "import keras\n\n\nclass Base(keras.layers.Layer):\n    pass\n"
DERIVED = "from base import Base\n\n\nclass Derived(Base):\n    pass\n"
OPERATIONS = "def scale(x):\n    return x\n\n\nclass Box:\n    pass\n"


@pytest.fixture
def parsed() -> list[str]:
    """The names of the files that were parsed, in order."""
    return []


@pytest.fixture
def project(tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch) -> Project:
    """A layer, one that derives from it, and a module with a function and a class."""
    sources = {"base.py": BASE, "derived.py": DERIVED, "operations.py": OPERATIONS}
    for name, source in sources.items():
        (tmp_path / name).write_text(source)
    monkeypatch.chdir(tmp_path)
    index = ProjectIndex.build(list(sources))

    def read(path: str) -> str:
        parsed.append(path)
        return Path(path).read_text()

    derived = (str(tmp_path / "derived.py"), "Derived")
    return Project(index, Hierarchy(index), read, lambda name: (derived,))


def test_whether_a_layer_is_extended_is_told_by_headers(project, parsed):
    (base,) = project.module("base.py").classes
    assert project.is_extended(base)
    assert parsed == ["base.py"]


def test_a_layer_without_heirs_is_not_extended(project):
    (derived,) = project.module("derived.py").classes
    assert not project.is_extended(derived)


def test_a_class_of_the_name_of_a_function_is_not_looked_for_in_the_tree(project, parsed):
    assert project.class_statement("operations.scale", "base.py") is None
    assert project.function("operations.Box", "base.py") is None
    assert parsed == []


def test_a_function_and_a_class_are_found_by_what_defines_them(project):
    function = project.function("operations.scale", "base.py")
    statement = project.class_statement("operations.Box", "base.py")
    assert function is not None
    assert function[1].name.value == "scale"
    assert statement is not None
    assert statement[1].name.value == "Box"


def test_the_tree_that_other_files_ask_for_is_not_forgotten(project):
    project.begin("derived.py")
    (derived,) = project.module("derived.py").classes
    base = derived.mro[1]
    kept = base.node
    base_size, derived_size = (
        len(text) - text.index("\n\n\nclass") - 1 for text in (BASE, DERIVED)
    )
    assert project.kept == base_size + derived_size
    project.forget()
    assert project.kept == base_size
    project.begin("other.py")
    (again,) = project.module("base.py").classes
    assert again is not base
    assert again.node is kept
    assert project.kept == base_size


def test_a_tree_for_which_there_is_no_room_is_forgotten(project, monkeypatch):
    monkeypatch.setattr("layerlint.model.project.SHARED", 10)
    project.begin("derived.py")
    (base,) = project.module("base.py").classes
    kept = base.node
    project.forget()
    assert project.kept == 0
    (again,) = project.module("base.py").classes
    assert again.node is not kept


def test_of_another_file_no_more_is_parsed_than_what_is_asked_for(project):
    found = project.class_statement("operations.Box", "base.py")
    assert found is not None
    project.begin("base.py")
    assert project.kept == len("\n\nclass Box:\n    pass\n")
