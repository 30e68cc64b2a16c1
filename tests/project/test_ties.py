"""Which files have to do with Keras, told from what they and the modules they import import."""

from __future__ import annotations

import pytest

from layerlint.project.index import ProjectIndex
from layerlint.project.ties import Ties

PROJECT = {
    "__init__": "",
    "plain": "import os\n",
    "compat": "import tensorflow as tf\n",
    "again": "from pkg import compat\n",
    "lazy": "import importlib\n\nmodel = importlib.import_module('pkg.again')\n",
    "circle": "from pkg import back\n",
    "back": "from pkg import circle\n",
    "tied_circle": "from pkg import tied_back\n",
    "tied_back": "from pkg import tied_circle, again\n",
    "passed": "def make(tf):\n    return tf.Variable(0)\n",
}


@pytest.fixture
def is_tied(tmp_path):
    """Whether a module `pkg.user` with that source is tied to Keras."""

    def ask(source: str, *, always: bool = False) -> bool:
        for name, text in {**PROJECT, "user": source}.items():
            path = tmp_path / "pkg" / f"{name}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        index = ProjectIndex.build([str(path) for path in sorted(tmp_path.rglob("*.py"))])
        ties = Ties(index, always=always)
        return ties.to_keras(str(tmp_path / "pkg/user.py"))

    return ask


@pytest.mark.parametrize(
    "source",
    [
        "import keras",
        "def f():\n    from tensorflow.python.keras import layers",
        "from pkg import compat",
        "from .again import anything",
        "from pkg.again import *",
        "from pkg import lazy",
        "from pkg import tied_circle",
        "import importlib\nK = importlib.import_module('tensorflow')",
        "def make(units, tf):\n    return tf.zeros(units)",
        "make = lambda keras: keras.Model()",
        "if True: \\\n    import keras",
    ],
)
def test_a_file_that_may_name_something_of_keras_is_tied(is_tied, source) -> None:
    assert is_tied(source)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "import os, numpy, torch",
        "from pkg import plain",
        "from pkg import circle",
        "from pkg import passed",
        "import importlib\nimportlib.import_module('pkg.plain')",
        "with open('x') as tf:\n    tf.read()",
        "keras = 'a word'",
    ],
)
def test_a_file_that_cannot_is_not(is_tied, source) -> None:
    assert not is_tied(source)


def test_bases_of_a_configuration_tie_every_file(is_tied) -> None:
    assert is_tied("", always=True)
