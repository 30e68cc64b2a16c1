"""Layers that tests define are left alone; a script that is only called like tests is not."""

from __future__ import annotations

from pathlib import Path

import pytest

LAYER = """import keras


class Counter(keras.layers.Layer):
    def build(self, shape):
        self.n = self.add_weight(name="n", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        self.n.assign(self.n + 1.0)
        return x
"""
TEST = "\n\ndef test_counts():\n    Counter()\n"
CASE = "\n\nclass CounterCase(tf.test.TestCase):\n    pass\n"


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("test_counter.py", TEST),
        ("counter_test.py", CASE),
        ("conftest.py", ""),
        ("test_utils.py", ""),
    ],
)
def test_silent_about_layers_of_tests(run, tmp_path: Path, name: str, more: str) -> None:
    (tmp_path / name).write_text(LAYER + more)
    assert run("check", "--isolated", "--select=LL102", name).returncode == 0


@pytest.mark.parametrize(
    ("name", "more"), [("test_model.py", ""), ("load_test.py", ""), ("counter.py", TEST)]
)
def test_finds_those_of_files_that_hold_no_tests(run, tmp_path: Path, name: str, more: str) -> None:
    (tmp_path / name).write_text(LAYER + more)
    assert run("check", "--isolated", "--select=LL102", name).returncode == 1


CLOSED = """import keras


class Closed(keras.layers.Layer):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def get_config(self):
        return {**super().get_config(), "size": self.size}


class Dropping(keras.layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__()
        self.size = size


class Own(keras.layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    def get_config(self):
        return {"size": self.size}


class Bare(keras.layers.Layer):
    def __init__(self, size):
        self.size = size


class Less(keras.layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    def get_config(self):
        return super().get_config()


class More(keras.layers.Layer):
    def get_config(self):
        return {**super().get_config(), "size": 3}

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
"""


@pytest.mark.parametrize("code", ["LL401", "LL404", "LL417", "LL502", "LL503", "LL504"])
def test_constructors_and_configs_of_layers_for_tests_are_nobody_s_bug(
    run, tmp_path: Path, code: str
) -> None:
    (tmp_path / "layers.py").write_text(CLOSED)
    (tmp_path / "test_layers.py").write_text(CLOSED + TEST.replace("Counter", "Closed"))
    assert run("check", "--isolated", f"--select={code}", "layers.py").returncode == 1
    assert run("check", "--isolated", f"--select={code}", "test_layers.py").returncode == 0


def test_a_package_of_tests_has_helpers_for_them(run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    for folder in ("tests", "net"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").touch()
        (tmp_path / folder / "counters.py").write_text(LAYER)
    assert run("check", "--isolated", "--select=LL102", "net").returncode == 1
    assert run("check", "--isolated", "--select=LL102", "tests").returncode == 0


ANY_MODEL = """import keras


class Named(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(name="named", **kwargs)


def model():
    inputs = keras.Input((3,))
    model = keras.Sequential([inputs, keras.layers.Dense(1, activation="softmax")])
    model.compile("adam", "binary_crossentropy")
    return model
"""


@pytest.mark.parametrize("code", ["LL429", "LL509"])
def test_any_model_will_do_for_a_test(run, tmp_path: Path, code: str) -> None:
    (tmp_path / "model.py").write_text(ANY_MODEL)
    (tmp_path / "test_model.py").write_text(ANY_MODEL + TEST)
    assert run("check", "--isolated", f"--select={code}", "model.py").returncode == 1
    assert run("check", "--isolated", f"--select={code}", "test_model.py").returncode == 0


CAST = """import tensorflow as tf


class Scale(tf.keras.layers.Layer):
    def call(self, x):
        return x * tf.cast(3, tf.float32)
"""


def test_a_layer_of_tests_runs_in_the_precision_that_they_choose(run, tmp_path: Path) -> None:
    (tmp_path / "layers.py").write_text(CAST)
    (tmp_path / "test_layers.py").write_text(CAST + TEST)
    (tmp_path / "test_mixed.py").write_text(CAST + TEST + "\nPOLICY = 'mixed_float16'\n")
    found = [
        run("check", "--isolated", "--select=LL308", name).returncode
        for name in ("layers.py", "test_layers.py", "test_mixed.py")
    ]
    assert found == [1, 0, 0]


COMPARED = """\
import keras
from keras import layers

layer = keras.Sequential([layers.Dropout(0.5)])


def test_batch(x):
    assert (layer(x, training=True) == layer(x, training=False)).all()
"""


def test_a_test_is_no_evaluation(lint):
    assert lint("", select="LL133", pkg____init__="", pkg__tests__test_norm=COMPARED) == []
    assert len(lint("", select="LL133", pkg__main=COMPARED)) == 1
