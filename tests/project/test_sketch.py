"""What a sketch sees of imports, class headers and assignments."""

from __future__ import annotations

import pytest

from layerlint.project.sketch import sketch


@pytest.mark.parametrize(
    ("source", "bindings"),
    [
        ("import keras", {"keras": "keras"}),
        ("import keras . layers as l, os", {"l": "keras.layers", "os": "os"}),
        ("from keras import (layers,  # (all)\n  Model as M)", {"layers": "keras.layers"}),
        ("from .. import base", {"base": "pkg.base"}),
        ("from keras \\\n  import layers", {"layers": "keras.layers"}),
        ("try: import keras\nexcept E: pass", {"keras": "keras"}),
        ("if a: b = 1; from keras import layers", {"layers": "keras.layers"}),
        ("from keras import layers; x = 1", {"layers": "keras.layers"}),
        ("\ufefffrom keras import layers", {"layers": "keras.layers"}),
        ("from keras import layers\r\nimport os\r", {"layers": "keras.layers"}),
    ],
)
def test_imports_are_seen_however_they_are_written(source, bindings):
    found = sketch(source.encode(), "pkg.inner")
    assert not found.opaque
    assert all(target in found.bindings[name] for name, target in bindings.items())


def test_a_joined_import_after_a_comment_that_seems_to_be_joined_is_opaque():
    assert sketch(b"# joined \\\nfrom keras \\\n  import layers", "").opaque


def test_a_star_import_is_kept_by_its_module():
    assert sketch(b"from .base import *", "pkg").stars == ["pkg.base"]


@pytest.mark.parametrize(
    ("header", "bases"),
    [
        ("class A: pass", ()),
        ("class A(): pass", ()),
        ("class A(B, c.D): pass", ("B", "c.D")),
        ("class A (\n  B,  # (one\n): pass", ("B",)),
        ("class\tA \\\n  (B): pass", ("B",)),
        ("class A[T: int](B): pass", ("B",)),
        ("class A[T]: pass", ()),
        ("class A(B, metaclass=M): pass", ("B",)),
        ("class A(Generic['T'], B): pass", ("Generic", "B")),
        ("class A(namedtuple('A', 'x y')): pass", ()),
        ("class A(namedtuple('A', 'x y'), B): pass", ("B",)),
        ("class A(six.with_metaclass(M, B)): pass", ("six.with_metaclass", "M", "B")),
        ("class A(getattr(b, 'C')): pass", None),
        ("class A(f('\\'')): pass", None),
        ("    class A(B): pass", ("B",)),
    ],
)
def test_the_names_in_the_bases_are_seen(header, bases):
    assert sketch(header.encode(), "").classes == {"A": [bases]}


@pytest.mark.parametrize("text", ["class of things (see below)", "subclass A(B):"])
def test_prose_is_no_class(text):
    assert sketch(text.encode(), "").classes == {}


@pytest.mark.parametrize("text", ["class A(B\n", "class A(B:", "class A(B)\n    x = 1"])
def test_the_bases_of_a_header_that_is_not_finished_are_unknown(text):
    assert sketch(text.encode(), "").classes == {"A": [None]}


@pytest.mark.parametrize("source", ["class Größe(B): pass", "import größe", "# coding: utf-7"])
def test_what_cannot_be_read_in_bytes_is_said_to_be_opaque(source):
    assert sketch(source.encode(), "").opaque


@pytest.mark.parametrize(
    "source",
    [
        "a = 1",
        "a: int = 1",
        "b = a = 1",
        "a, b = c",
        "(b, a) = c",
        "(a,\n b) = c",
        "a, \\\n b = c",
        "(a := 1)",
        "f(x, a=1)",
        "def f(x, a: int = 1): pass",
    ],
)
def test_names_that_are_assigned_are_seen(source):
    assert "a" in sketch(source.encode(), "").assigned


@pytest.mark.parametrize("source", ["a == 1", "x.a = 1", "b = a", "a(1)", "a += 1", "x = 'a'"])
def test_other_names_are_not(source):
    assert "a" not in sketch(source.encode(), "").assigned
