"""A flag that all callers of an application pass needs no default."""

from __future__ import annotations

import pytest

MODEL = """\
import keras
from keras import layers


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = layers.Dropout(0.5)

    def call(self, x, training{default}):
        return self.drop(x, training=training)
"""
CODES = [("LL107", ""), ("LL106", "=True")]
MAIN = "import tensorflow as tf\nfrom layer import Net\n\nmodel = Net()\n"
TOLD = [
    "model(x, training=True)",
    "model(x, False)",
    "for x in data:\n    y = model(x, training=on)",
]
UNTOLD = ["model(x)", "model(x, training=True)\nmodel(x)", "models = [model]", ""]
# Calls that are not seen to be of the model.
SAYS_INFERENCE = "trainer = Trainer(model)\ntrainer.net(x, training=False)"


@pytest.mark.parametrize(("code", "default"), CODES)
@pytest.mark.parametrize("call", TOLD)
def test_a_model_that_its_program_always_tells_is_left_alone(lint, tmp_path, code, default, call):
    (tmp_path / ".git").mkdir()
    assert lint(MODEL.format(default=default), select=code, main=f"{MAIN}{call}\n") == []


@pytest.mark.parametrize(("code", "default"), CODES)
@pytest.mark.parametrize("call", UNTOLD)
def test_one_that_is_called_without_is_reported(lint, tmp_path, code, default, call):
    (tmp_path / ".git").mkdir()
    assert len(lint(MODEL.format(default=default), select=code, main=f"{MAIN}{call}\n")) == 1


@pytest.mark.parametrize(("code", "default"), CODES)
def test_one_that_the_program_hands_to_a_class_of_its_own_is_left_alone(
    lint, tmp_path, code, default
):
    (tmp_path / ".git").mkdir()
    loop = "class Trainer:\n    def __init__(self, net):\n        self.net = net\n"
    main = f"{MAIN}from loop import Trainer\n\nTrainer(net=model).run()\n"
    assert lint(MODEL.format(default=default), select=code, main=main, loop=loop) == []


@pytest.mark.parametrize(("code", "default"), CODES)
def test_what_is_not_seen_to_be_called_is_reported(lint, tmp_path, code, default):
    (tmp_path / ".git").mkdir()
    assert len(lint(MODEL.format(default=default), select=code)) == 1


@pytest.mark.parametrize(("code", "default"), CODES)
def test_a_package_has_callers_that_are_not_seen(lint, tmp_path, code, default):
    (tmp_path / ".git").mkdir()
    (tmp_path / "setup.py").write_text("from setuptools import setup\n\nsetup()\n")
    main = f"{MAIN}model(x, training=True)\n"
    assert len(lint(MODEL.format(default=default), select=code, main=main)) == 1


@pytest.mark.parametrize(("code", "default"), CODES)
def test_a_subclass_is_called_by_others(lint, tmp_path, code, default):
    (tmp_path / ".git").mkdir()
    main = f"{MAIN}model(x, training=True)\n\n\nclass Other(Net):\n    pass\n"
    assert len(lint(MODEL.format(default=default), select=code, main=main)) == 1


HOLDER = """

class Forecaster:
    def __init__(self):
        self.net = Net()

    def __call__(self, x, training=True):
        return self.net(x, {passed})
"""


@pytest.mark.parametrize(
    ("passed", "exported", "count"),
    [("training=training", "", 0), ("", "", 1), ("training=training", "from .layer import Net", 1)],
)
def test_a_part_that_only_its_module_uses_is_told_there(lint, tmp_path, passed, exported, count):
    (tmp_path / "setup.py").write_text("from setuptools import setup\n\nsetup()\n")
    text = MODEL.format(default="=True") + HOLDER.format(passed=passed)
    files = {"net/__init__": f"{exported}\n", "net/layer": text}
    assert len(lint("", select="LL106", **files)) == count


def test_an_application_that_speaks_of_inference_knows_what_its_default_is(lint, tmp_path):
    (tmp_path / ".git").mkdir()
    source = MODEL.format(default="=True")
    assert lint(source, select="LL106", main=f"{MAIN}{SAYS_INFERENCE}\n") == []
    never = SAYS_INFERENCE.replace("False", "True")
    assert len(lint(source, select="LL106", main=f"{MAIN}{never}\n")) == 1
    defined = f"{MAIN}{never}\n\ndef run(x, training=False):\n    return x\n"
    assert len(lint(source, select="LL106", main=defined)) == 1
