"""No safe fix breaks the Keras that a project may well run on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ACTIVATIONS = "from keras.layers.advanced_activations import PReLU\n"
CLIP = """from keras import backend as K
from keras.engine import Layer


class Clip(Layer):
    def call(self, inputs):
        return K.clip(inputs, 0.0, 1.0)
"""
SETUP = "from setuptools import setup\nsetup(name='contrib', install_requires=['{}'])\n"


@pytest.mark.parametrize("source", [ACTIVATIONS, CLIP])
def test_leaves_old_code_alone_where_no_version_is_asked_for(tmp_path: Path, source: str) -> None:
    assert fixed(tmp_path, source, "keras") == source


def test_offers_the_fix_as_unsafe_there(tmp_path: Path) -> None:
    assert fixed(tmp_path, ACTIVATIONS, "keras", "--unsafe-fixes") != ACTIVATIONS


def test_fixes_where_the_project_asks_for_keras3(tmp_path: Path) -> None:
    assert fixed(tmp_path, ACTIVATIONS, "keras>=3") != ACTIVATIONS


def test_fixes_where_the_project_asks_for_a_tensorflow_with_keras3(tmp_path: Path) -> None:
    assert fixed(tmp_path, ACTIVATIONS, "tensorflow>=2.16") != ACTIVATIONS


def test_fixes_where_the_module_itself_needs_keras3(tmp_path: Path) -> None:
    assert fixed(tmp_path, f"from keras import ops\n{ACTIVATIONS}", "keras").count("advanced") == 0


def test_a_module_that_imports_tensorflow_addons_runs_on_keras2_only(tmp_path: Path) -> None:
    source = "import tensorflow_addons\nimport keras\n\nclass A(keras.layers.Layer): pass\n"
    (tmp_path / "layers.py").write_text(source)
    assert "(Keras 2: `tensorflow_addons` needs Keras 2)" in layerlint(tmp_path, "layers")


def fixed(directory: Path, source: str, requirement: str, *options: str) -> str:
    (directory / "setup.py").write_text(SETUP.format(requirement))
    (directory / "layers.py").write_text(source)
    layerlint(directory, "check", "--select=LL7", "--fix", *options)
    return (directory / "layers.py").read_text()


def layerlint(directory: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "layerlint", *arguments, "layers.py"]
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


CONTRACT = """

class A{number}(keras.layers.Layer):
    def call(self, x, training):
        return x if training else -x
"""


@pytest.mark.parametrize(
    ("head", "number", "options", "said"),
    [
        ("from tensorflow import keras\n", 10, [], True),
        ("from tensorflow import keras\n", 9, [], False),
        ("from tensorflow import keras\n", 10, ["--target-keras", "both"], False),
        ("from tensorflow import keras\nfrom keras import ops\n", 10, [], False),
    ],
    ids=["many", "few", "said by an option", "said by the code"],
)
def test_the_summary_says_once_that_much_hangs_on_a_guess(
    tmp_path: Path, head: str, number: int, options: list[str], said: bool
) -> None:
    (tmp_path / "layers.py").write_text(
        head + "".join(CONTRACT.format(number=one) for one in range(number))
    )
    arguments = ["check", "--select=LL107", "--output-format=concise", *options]
    for flags in ([], [], ["--no-cache"]):
        told = layerlint(tmp_path, *arguments, *flags)
        sentence = "10 errors hang on a guess of the generation of Keras: `target-keras` says"
        assert (sentence in told) == said
        assert told.count("LL107") == number
