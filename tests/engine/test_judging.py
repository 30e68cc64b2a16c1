"""What a rule says is judged on the Keras that the project has."""

from __future__ import annotations

import subprocess
import sys

import pytest

PAIR = """\
import tensorflow as tf


def pair(x, y):
    adam = tf.keras.optimizers.Adam()
    first = tf.keras.Sequential([tf.keras.layers.Dense(1)])
    second = tf.keras.Sequential([tf.keras.layers.Dense(1)])
    first.compile(adam, "mse")
    second.compile(adam, "mse")
    first.fit(x, y)
    second.fit(x, y)
"""
SCALE = """\
import tensorflow as tf


class Scale(tf.keras.layers.Layer):
    def call(self, x):
        return tf.cast(tf.shape(x)[0], tf.float32) * x
"""
LOOP = """\
import keras


def heads(x, sizes):
    found = []
    for size in sizes:
        found.append(keras.layers.Lambda(lambda y: y[:, :size])(x))
    return keras.Model(x, found)
"""


@pytest.fixture
def found(tmp_path):
    """Lint a file beside another one, and give the codes that are reported."""

    def check(code: str, source: str, name: str, text: str) -> bool:
        (tmp_path / ".git").mkdir(exist_ok=True)
        (tmp_path / "m.py").write_text(source)
        (tmp_path / name).write_text(text)
        command = [sys.executable, "-m", "layerlint", "check", "m.py", "--select", code]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        (tmp_path / name).unlink()
        return code in run.stdout

    return check


def test_what_began_with_a_keras_is_not_said_of_an_older_one(found):
    assert found("LL427", PAIR, "requirements.txt", "tensorflow==2.12")
    assert not found("LL427", PAIR, "requirements.txt", "tensorflow==2.9")
    assert not found("LL427", PAIR, "README.md", "In TensorFlow 2.0.")


def test_mixed_precision_was_an_experiment_before_keras_2_4(found):
    assert found("LL308", SCALE, "requirements.txt", "tensorflow==2.4.1")
    assert not found("LL308", SCALE, "requirements.txt", "tensorflow==2.3.1")


def test_the_keras_of_several_backends_runs_a_function_where_its_layer_is_called(found):
    assert found("LL313", LOOP, "requirements.txt", "keras==2.9")
    assert not found("LL313", LOOP, "requirements.txt", "keras==2.3.1")


def test_a_model_without_eager_execution_is_one_graph_and_runs_a_function_once(found):
    eager = "import tensorflow as tf\n# tf.compat.v1.disable_eager_execution()\n"
    off = "import tensorflow as tf\ntf.compat.v1.disable_eager_execution()\n"
    assert found("LL313", eager + LOOP, "requirements.txt", "keras==2.9")
    assert not found("LL313", off + LOOP, "requirements.txt", "keras==2.9")
