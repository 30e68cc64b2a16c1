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
