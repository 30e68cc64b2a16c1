"""`layerlint.queries.loops_by_hand`: who is trained by loops that the program writes itself."""

from __future__ import annotations

import pytest

from layerlint.queries.loops_by_hand import (
    called_by_hand,
    compiles_nothing,
    never_traced,
    told_by_hand,
    trained_by_hand,
    trained_by_own_loops,
    untold_by_hand,
    weighs_nothing,
)

PART = """\
import keras

class Part(keras.layers.Layer):
    def call(self, x):
        return x
"""
LOOP = """\
import tensorflow as tf
from part import Part

part = Part()

def step(x):
    with tf.GradientTape() as tape:
        loss = compute(part(x, FLAG))
    return tape.gradient(loss, part.trainable_variables)
"""
TOLD, UNTOLD = LOOP.replace("FLAG", "training=True"), LOOP.replace(", FLAG", "")
# A line in another file of the program, or in the loop's.
KERAS_TRAINS = [
    "model.fit(x, y)",
    "history = self.net.fit(x, y)",
    "model.fit_generator(batches)",
    "loss = model.train_on_batch(x, y)",
    "model.compile('adam', 'mse')",
]
NO_KERAS = [
    "# model.fit(x, y)",
    "x = 1  # instead of model.fit(x, y)",
    "pattern = re.compile('[a-z]+')",
    "fit(model, x)",
    "model.fitness(x)",
    "# model.compile('adam', 'mse')",
]


@pytest.fixture
def part(repository):
    """The layer of a program whose loop is given, with more lines in a file that runs it."""

    def make(loop: str, more: str = "", **files: str):
        main = f"import loop\n\n{more}\n"
        return repository({"part.py": PART, "loop.py": loop, "main.py": main, **files}).classes[0]

    return make


def test_a_loop_with_the_flag_tells_the_layer(part) -> None:
    assert told_by_hand(part(TOLD))
    assert not untold_by_hand(part(TOLD))


def test_a_loop_without_it_does_not(part) -> None:
    assert untold_by_hand(part(UNTOLD))
    assert not told_by_hand(part(UNTOLD))


@pytest.mark.parametrize("loop", [TOLD, UNTOLD])
def test_either_trains_by_hand(part, loop: str) -> None:
    assert trained_by_hand(part(loop))
    assert called_by_hand(part(loop))


@pytest.mark.parametrize("line", KERAS_TRAINS)
def test_one_call_that_has_keras_train_is_enough(part, line: str) -> None:
    assert not told_by_hand(part(TOLD, line))
    assert not untold_by_hand(part(UNTOLD, line))
    assert not trained_by_hand(part(UNTOLD, line))
    assert not called_by_hand(part(UNTOLD, line))


@pytest.mark.parametrize("line", NO_KERAS)
def test_what_only_looks_like_one_is_none(part, line: str) -> None:
    assert told_by_hand(part(TOLD, line))
    assert trained_by_hand(part(UNTOLD, line))
    assert called_by_hand(part(UNTOLD, line))


def test_without_a_tape_nothing_is_trained_by_hand(part) -> None:
    evaluation = "from part import Part\n\npart = Part()\ny = part(x, training=True)\n"
    assert not told_by_hand(part(evaluation))
    assert not trained_by_hand(part("from part import Part\n# with tf.GradientTape() as tape:\n"))


def test_code_for_others_may_be_trained_by_them(part) -> None:
    packaged = {"setup.py": "from setuptools import setup\n\nsetup(name='part')\n"}
    assert not told_by_hand(part(TOLD, **packaged))
    assert not called_by_hand(part(UNTOLD, **packaged))


@pytest.mark.parametrize("line", ["y = model.predict(x)", "x = keras.Input((3,))"])
def test_who_hands_a_model_to_keras_does_not_only_call_it(part, line: str) -> None:
    assert not called_by_hand(part(UNTOLD, line))
    assert trained_by_hand(part(UNTOLD, line))


OWN = "class Net:\n    def fit(self, x):\n        step(x)\n\nNet().fit(x)\n"


def test_a_fit_of_the_programs_own_is_no_fit_of_keras(part) -> None:
    assert trained_by_hand(part(UNTOLD, OWN))
    assert not trained_by_hand(part(UNTOLD, OWN.replace("step(x)", "super().fit(x)")))


def test_files_around_a_module_are_all_that_is_asked_about_its_loops(repository) -> None:
    module = repository({"part.py": PART, "loop.py": UNTOLD, "other.py": "model.fit(x, y)\n"})
    assert trained_by_own_loops(module, {})
    assert not trained_by_own_loops(module, {"gradient": r"tape\.gradient\("})


def test_a_project_with_a_tape_may_compile_nothing(repository) -> None:
    files = {"part.py": PART, "loop.py": UNTOLD + "\nre.compile('x')\n"}
    assert compiles_nothing(repository(files))
    assert not compiles_nothing(repository({**files, "main.py": "model.compile('adam')\n"}))
    assert not compiles_nothing(repository({"part.py": PART, "loop.py": "", "main.py": ""}))


@pytest.mark.parametrize(
    ("line", "weighs"),
    [
        ("model.fit(x, y)", False),
        ("model.fit(x, y, sample_weight=None)", False),
        ("model.fit(x, y, sample_weight=w)", True),
        ("model.fit(x, y, class_weight={0: 1.0, 1: 9.0})", True),
        ("model.fit(x, y)  # sample_weight=w", False),
    ],
)
def test_a_project_that_fits_may_weigh_nothing(repository, line: str, weighs: bool) -> None:
    assert weighs_nothing(repository({"part.py": PART, "main.py": f"{line}\n"})) is not weighs


def test_of_a_project_that_fits_nothing_nothing_is_known(repository) -> None:
    assert not weighs_nothing(repository({"part.py": PART, "main.py": "model.predict(x)\n"}))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# @tf.function",
        "from layers import functional",
        "model.summary()",
        "# tf.saved_model.save(model, 'x')",
    ],
)
def test_a_loop_without_graphs_runs_as_python_does(part, line: str) -> None:
    assert never_traced(part(UNTOLD, line))


@pytest.mark.parametrize(
    "line",
    [
        "@tf.function\ndef run(x): pass",
        "from tensorflow import function",
        "run = tf.function(step)",
        "model.predict(x)",
        "tf.saved_model.save(model, 'x')",
        "model = keras.Sequential([part])",
    ],
)
def test_whatever_makes_a_graph_may_trace_it(part, line: str) -> None:
    assert not never_traced(part(UNTOLD, line))


@pytest.mark.parametrize(
    ("line", "eager"),
    [
        ("model.compile('adam', run_eagerly=True)\nmodel.fit(x)", True),
        ("model.compile(keras.Adam(rate(1)), run_eagerly=True)\nmodel.fit(x)", True),
        ("model.compile('adam')\nmodel.fit(x)", False),
        ("model.compile('adam')  # run_eagerly=True\nmodel.fit(x)", False),
        ("model.compile('adam', run_eagerly=False)\nmodel.fit(x)", False),
        ("a.compile('adam', run_eagerly=True)\nb.compile('adam')\nb.fit(x)", False),
    ],
)
def test_keras_may_be_told_to_run_all_models_eagerly(part, line: str, eager: bool) -> None:
    assert never_traced(part("from part import Part\n", line)) is eager
