"""`layerlint.queries.dead_classes`: of a class that nobody makes nothing is reported."""

from __future__ import annotations

import pytest

from layerlint.queries.dead_classes import cannot_be_made

CELL = """\
import keras
from keras import layers


class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        {line}
        self.units = units

    def call(self, x, training):
        return x
"""
BROKEN = ["super(OldCell, self).reset()", "self.pool = Pooling(units)"]
WHOLE = [
    "super(Cell, self).reset()",
    "self.pool = Pooling(units) if units else None",
    "self.pool = lambda: Pooling(units)",
    "pool: Pooling = None",
    "from pools import Pooling; self.pool = Pooling(units)",
]


@pytest.mark.parametrize("line", BROKEN)
def test_a_constructor_that_reads_what_nothing_binds_raises(module, lint, line: str) -> None:
    source = CELL.format(line=line)
    assert cannot_be_made(module(source).classes[0])
    assert lint(source) == []


@pytest.mark.parametrize("line", WHOLE)
def test_one_that_may_never_read_it_does_not(module, lint, line: str) -> None:
    source = CELL.format(line=line)
    assert not cannot_be_made(module(source).classes[0])
    assert lint(source, select="LL107") != []


def test_a_star_may_bind_anything(module) -> None:
    source = CELL.format(line=BROKEN[1]).replace("from keras import layers", "from keras import *")
    assert not cannot_be_made(module("from parts import *\n" + source).classes[0])


PARTS = """\
import keras


class Part(keras.layers.Layer):

    def call(self, x, training):
        return x


class Other(keras.layers.Layer):
    def call(self, x):
        return x
"""
USES = (
    "import keras\nfrom part import Other\n\nmodel = keras.Sequential([Other()])\nmodel.fit(data)\n"
)


@pytest.fixture
def application(lint, tmp_path):
    (tmp_path / ".git").mkdir()

    def found(train: str, **files: str) -> list[object]:
        return lint("", select="LL107", part=PARTS, train=train, **files)

    return found


def test_a_program_does_without_what_it_never_makes(application) -> None:
    assert application(USES) == []


@pytest.mark.parametrize(
    "use",
    [
        "from part import Part\npart = Part()\n",
        "from part import Part as P\npart = P()\n",
        "import part\nparts = [part.Part]\n",
        "from part import *\npart = Part()\n",
        "from part import Part\nclass Sub(Part): pass\n",
        "import part\nmade = getattr(part, name)()\n",
        "import importlib\n",
        "from part import *\npart = make()\n",
        "kinds = ['Part']\n",
    ],
)
def test_whoever_may_make_it_keeps_it_alive(application, use: str) -> None:
    assert [code for code, *_ in application(USES + use)] == ["LL107"]


def test_what_a_package_only_lists_nobody_makes(application) -> None:
    listed = {"nets/__init__.py": "from part import Part\n"}
    assert application(USES, **listed) == []


def test_a_private_class_is_for_nobody_else(application, lint) -> None:
    private = PARTS.replace("class Part", "class _Part")
    assert lint("", select="LL107", part=private) == []
    assert len(lint("", select="LL107", part=private + "\n\nparts = [_Part]\n")) == 1


def test_code_for_others_is_used_by_others(application, tmp_path) -> None:
    (tmp_path / "setup.py").write_text("from setuptools import setup\nsetup(name='part')\n")
    assert [code for code, *_ in application(USES)] == ["LL107"]


def test_nothing_is_known_where_no_model_is_run(application) -> None:
    assert [code for code, *_ in application(USES.replace("fit", "summary"))] == ["LL107"]


def test_a_move_to_keras_3_meets_it_all_the_same(lint, tmp_path) -> None:
    (tmp_path / ".git").mkdir()
    old = PARTS.replace("import keras", "import tensorflow as tf\nfrom tensorflow import keras")
    old = old.replace("        return x\n", "        return tf.keras.backend.mean(x)\n", 1)
    old = old.replace("x, training):", "x):\n        self.add_update(x)")
    assert [code for code, *_ in lint("", select="LL7", part=old, train=USES)] == ["LL703"]
