"""What only `fit` and graphs do does not happen to models that a loop runs by hand."""

from __future__ import annotations

import pytest

MODEL = """\
import keras
import numpy as np
import tensorflow as tf
from keras import layers


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = layers.Dropout(0.5)

    def call(self, x):
        return self.drop(tf.gather(x, np.unique(x)))
"""
LOOP = """\
model = Net()
for x, y in data:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(model(x, training=True) - y)
    optimizer.apply(tape.gradient(loss, model.trainable_variables))
"""
CODES = ["LL101", "LL302"]


@pytest.mark.parametrize("code", CODES)
def test_a_script_that_never_fits_its_model_is_left_alone(lint, code):
    assert lint(f"{MODEL}\n\n{LOOP}", select=code) == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("end", ["model.fit(data)", "model.compile('sgd', 'mse')"])
def test_one_that_fits_it_is_not(lint, code, end):
    assert len(lint(f"{MODEL}\n\n{LOOP}\n{end}\n", select=code)) == 1


@pytest.mark.parametrize("code", CODES)
def test_a_model_that_nobody_is_seen_to_run_is_not(lint, code):
    assert len(lint(MODEL, select=code)) == 1


@pytest.mark.parametrize("code", CODES)
def test_all_files_of_an_application_are_asked(lint, tmp_path, code):
    loop = f"import tensorflow as tf\nfrom layer import Net\n\n{LOOP}"
    assert len(lint(MODEL, select=code, train=loop)) == 1
    (tmp_path / ".git").mkdir()
    assert lint(MODEL, select=code, train=loop) == []
    assert len(lint(MODEL, select=code, train=loop, finish="from train import *\nx.fit(y)\n")) == 1


def test_a_loop_in_a_graph_needs_values_that_are_not_there(lint):
    loop = LOOP.replace("for x", "step = tf.function(model)\nfor x")
    assert len(lint(f"{MODEL}\n\n{loop}", select="LL302")) == 1


def test_a_loop_that_says_nothing_of_training_tells_no_sublayer(lint):
    assert len(lint(f"{MODEL}\n\n{LOOP.replace(', training=True', '')}", select="LL101")) == 1


def test_a_loop_in_python_has_batches_of_a_known_size(lint):
    sized = MODEL.replace("tf.gather(x, np.unique(x))", "x + tf.zeros((x.shape[0], 3))")
    assert len(lint(sized, select="LL304")) == 1
    assert lint(f"{sized}\n\n{LOOP}", select="LL304") == []


OWN_LOOP = """
    def train_on_batch(self, x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(x, training=True) - y)
        self.optimizer.apply(tape.gradient(loss, self.trainable_variables))
"""


@pytest.mark.parametrize("code", CODES)
def test_a_model_may_have_a_loop_of_its_own_under_the_name_of_one_of_keras(lint, code):
    run = "model = Net()\nmodel.compile('sgd')\nfor x, y in data:\n    model.train_on_batch(x, y)\n"
    assert lint(f"{MODEL}{OWN_LOOP}\n\n{run}", select=code) == []
    left = OWN_LOOP + "        return super().train_on_batch(x, y)\n"
    assert len(lint(f"{MODEL}{left}\n\n{run}", select=code)) == 1


@pytest.mark.parametrize("code", CODES)
def test_a_module_that_tries_out_what_it_defines_is_still_of_the_program(lint, tmp_path, code):
    (tmp_path / ".git").mkdir()
    whole = "\n\nclass Whole(Net):\n    pass\n\n\nif __name__ == '__main__':\n    Net()(x)\n"
    loop = f"import tensorflow as tf\nfrom layer import Whole\n\n{LOOP.replace('Net', 'Whole')}"
    assert lint(MODEL + whole, select=code, train=loop) == []


@pytest.mark.parametrize("code", CODES)
def test_a_downloaded_repository_is_an_application_by_what_describes_it(lint, tmp_path, code):
    loop = f"import tensorflow as tf\nfrom layer import Net\n\n{LOOP}"
    (tmp_path / "README.md").write_text("# Net\n")
    assert lint(MODEL, select=code, train=loop) == []
    (tmp_path / "setup.py").write_text("from setuptools import setup\n\nsetup()\n")
    assert len(lint(MODEL, select=code, train=loop)) == 1


def test_a_function_that_is_commented_out_makes_no_graph(lint):
    loop = LOOP.replace("for x", "# step = tf.function(model)\nfor x")
    assert lint(f"{MODEL}\n\n{loop}", select="LL302") == []


def test_python_counts_each_time_a_loop_in_python_runs_the_model(lint):
    counting = MODEL.replace(
        "        return self.drop(", "        self.step += 1\n        return self.step * self.drop("
    )
    counting = counting.replace("(0.5)\n", "(0.5)\n        self.step = 0\n")
    assert lint(f"{counting}\n\n{LOOP}", select="LL207") == []
    assert len(lint(f"{counting}\n\n{LOOP}\nmodel.predict(x)\n", select="LL207")) == 1


EAGER = """\
model = Net()
model.compile(optimizer=make(0.1), run_eagerly=True)
model.fit(data)
"""


def test_keras_runs_a_model_that_is_compiled_so_as_python_does(lint):
    assert lint(f"{MODEL}\n\n{EAGER}", select="LL302") == []
    for change in ("True", "False"), ("model.compile", "# model.compile"):
        assert len(lint(f"{MODEL}\n\n{EAGER.replace(*change)}", select="LL302")) == 1


def test_all_models_of_the_program_have_to_be(lint):
    second = "other = keras.Sequential()\nother.compile('sgd')\n"
    assert len(lint(f"{MODEL}\n\n{EAGER}{second}", select="LL302")) == 1


def test_a_model_may_hold_sequential_ones_and_a_layer_may_be_in_one(lint):
    held = MODEL.replace("layers.Dropout(0.5)", "keras.Sequential([layers.Dropout(0.5)])")
    assert lint(f"{held}\n\n{EAGER}", select="LL302") == []
    layer = held.replace("keras.Model", "layers.Layer")
    assert len(lint(f"{layer}\n\n{EAGER}", select="LL302")) == 1


def test_a_pattern_that_is_compiled_is_no_model(lint):
    loop = f"{LOOP}\nword = re.compile('x')\n"
    assert lint(f"import re\n{MODEL}\n\n{loop}", select="LL302") == []


def test_a_model_that_demands_a_flag_of_another_name_is_told_by_whoever_calls_it(lint):
    model = MODEL.replace("x):", "x, is_training):").replace("np.unique(x)))", "x))")
    assert lint(model, select="LL101") == []
    assert len(lint(model.replace("is_training)", "is_training=True)"), select="LL101")) == 1


WRITES = """\
import keras
import tensorflow as tf


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.mean = self.add_weight(name="mean", shape=(), trainable=False)

    def call(self, x):
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean
"""


@pytest.mark.parametrize(
    ("loop", "safety"),
    [
        (LOOP, "safe"),
        (LOOP.replace(", training=True", ""), "unsafe"),
        ("Net().fit(data)\n", "safe"),
    ],
)
def test_a_guard_that_no_loop_opens_is_unsafe(diagnose, loop, safety):
    (found,) = diagnose(f"{WRITES}\n\n{loop}", "LL102")
    assert found.fix.applicability == safety


CAST = """\
import tensorflow as tf
from tensorflow import keras


class Scale(keras.layers.Layer):
    def call(self, x):
        return x * tf.constant(0.5, dtype=tf.float32)
"""


@pytest.mark.parametrize(
    ("more", "count"), [("", 0), ("\nmodel.fit(data)\n", 1), ("\nPOLICY = 'mixed_float16'\n", 1)]
)
def test_a_loop_of_a_package_does_not_scale_what_it_never_runs_in_half_precision(
    lint, tmp_path, more, count
):
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'net'\n")
    loop = f"import tensorflow as tf\nfrom layer import Scale as Net\n\n{LOOP}{more}"
    assert len(lint(CAST, select="LL308", train=loop)) == count


VALUES = """\
import tensorflow as tf


class Crop(tf.keras.layers.Layer):
    def call(self, boxes):
        return self.cut(boxes.numpy())

    def cut(self, boxes):
        return tf.constant([cropped(box) for box in boxes])
"""


def test_a_package_that_makes_no_graph_may_ask_tensors_for_their_values(lint):
    assert lint("", select="LL302", pkg____init__="", pkg__crop=VALUES) == []
    fits = f"{VALUES}\n\ndef train(model, data):\n    model.fit(data)\n"
    assert len(lint("", select="LL302", pkg____init__="", pkg__crop=fits)) == 1
    assert ("LL302", 6) in lint(VALUES, select="LL302")
