"""No file makes the index fail."""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path

import pytest

from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex
from layerlint.project.reach import Reach
from layerlint.project.unresolved import unresolved

KERAS = b"import keras\nclass A(keras.layers.Layer): pass\n"
DEEP = 2000


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"class A(keras.layers.Layer:",
        KERAS + b"\x00",
        KERAS + b"# \xff",
        b"# coding: nonsense\n" + KERAS,
        KERAS.decode().encode("utf-16"),
        KERAS + b"x = " + b"(" * DEEP + b")" * DEEP,
        KERAS + b"x = " + b"-" * 100_000 + b"1",
        KERAS + b"x = keras" + b".a" * 20_000,
        KERAS + b"class B(keras" + b".a" * 20_000 + b"): pass",
        KERAS + b"".join(b" " * depth + b"if 1:\n" for depth in range(99)) + b" " * 99 + b"pass",
    ],
)
def test_a_file_that_cannot_be_read_has_nothing_to_offer(project, content):
    written = project({"bad.py": content, "good.py": KERAS.replace(b"A", b"Good")})
    assert "Good" in written.names()


def test_a_file_that_is_gone_is_skipped(project):
    written = project({"good.py": KERAS})
    paths = [written.path("gone.py"), written.path("good.py")]
    hierarchy = Hierarchy(ProjectIndex.build(paths))
    assert [len(hierarchy.layers(path)) for path in paths] == [0, 1]


def test_an_unusual_encoding_hides_nothing(project):
    text = "# coding: cp1252\nimport keras\nclass Gr\xf6\xdfe(keras.layers.Layer): pass\n"
    assert project({"m.py": text.encode("cp1252")}).names() == ["Größe"]


def test_a_long_chain_of_bases_is_followed(project):
    lines = ["import keras", "class A0(keras.layers.Layer): pass"]
    lines += [f"class A{number}(A{number - 1}): pass" for number in range(1, 60)]
    assert len(project("\n".join(lines)).names()) == 60


def test_the_standard_library_holds_no_layers():
    root = Path(sysconfig.get_path("stdlib"))
    paths = [
        os.path.join(folder, name)
        for folder, _, names in os.walk(root)
        if "site-packages" not in folder
        for name in names
        if name.endswith(".py")
    ]
    hierarchy = Hierarchy(ProjectIndex.build(paths))
    assert [layer for path in paths for layer in hierarchy.layers(path)] == []


def chained(link: str, last: str) -> dict[str, str]:
    """As many modules as no chain of Python's frames is deep, each leading to the next."""
    modules = {f"p/a{n}.py": link.format(n=n, next=n + 1) for n in range(DEEP)}
    return {"p/__init__.py": "", **modules, f"p/a{DEEP}.py": last}


@pytest.mark.parametrize("link", ["from .a{next} import A\n", "from .a{next} import *\n"])
@pytest.mark.parametrize("last", [KERAS.decode(), "from nowhere import A\n"])
def test_a_long_chain_of_imports_is_followed(project, link, last):
    use = "from .a0 import A\nclass Use(A):\n def build(self, s): pass\n def call(self, x): pass\n"
    written = project({**chained(link, last), "p/use.py": use})
    hierarchy = written.hierarchy("p/use.py")
    found = [one.header.name for one in unresolved(hierarchy, written.path("p/use.py"))]
    names = [layer.qualname for layer in hierarchy.layers(written.path("p/use.py"))]
    assert (names, found) == ((["Use"], []) if "keras" in last else ([], ["Use"]))


def test_a_long_chain_of_bases_in_as_many_files_is_followed(project):
    written = project(chained("from .a{next} import A as B\nclass A(B): pass\n", KERAS.decode()))
    layer = written.hierarchy("p/a0.py").layers(written.path("p/a0.py"))[0]
    assert layer.keras_bases == ("layers.Layer",)
    assert not layer.complete


def test_a_long_chain_of_names_that_lead_to_keras_is_followed(project):
    link = "from .a{next} import K\ndef f():\n    return K\n"
    written = project({**chained(link, "from keras import backend as K\n")})
    hierarchy = written.hierarchy("p/a0.py")
    reach = Reach(hierarchy.index, hierarchy.ties)
    assert reach.spells(written.path("p/a0.py"), "backend")
