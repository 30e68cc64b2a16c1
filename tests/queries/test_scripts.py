"""`layerlint.queries.scripts`: classes that their own script makes, and nobody else."""

from __future__ import annotations

import pytest

from layerlint.queries.scripts import (
    is_of_script,
    never_saved,
    never_saved_to_hdf5,
    runs_and_needs_no_config,
)

PART = """\
import keras
from keras.models import Model

class Part(keras.layers.Layer):
    def call(self, x):
        return x

"""


def script(module, code: str, name: str = "layer.py", **files: str):
    return module(PART + code, name, **files).classes[0]


@pytest.mark.parametrize(
    "code",
    [
        "part = Part()\n",
        "model = keras.Sequential([Part()])\n",
        "for size in sizes:\n    parts.append(Part(size))\n",
        "if __name__ == '__main__':\n    part = Part()\n",
        "def main():\n    part = Part()\n\nif __name__ == '__main__':\n    main()\n",
        "with strategy.scope():\n    part = Part()\n",
    ],
)
def test_a_module_that_makes_its_class_where_it_is_run_is_its_script(module, code: str) -> None:
    assert is_of_script(script(module, code))


@pytest.mark.parametrize(
    "code",
    [
        "",
        "def make():\n    return Part()\n",
        "class Net(Model):\n    def __init__(self):\n        self.part = Part()\n",
        "# part = Part()\n",
        "part: Part = other\n",
        "'''Use it as `part = Part()`.'''\n",
        "def test_part():\n    part = Part()\n",
    ],
)
def test_one_that_only_offers_it_is_not(module, code: str) -> None:
    assert not is_of_script(script(module, code))


@pytest.mark.parametrize(
    "use",
    [
        "from layer import Part\n",
        "from layer import Part as Other\n",
        "import layer\n\nlayer.Part()\n",
        "import layer as parts\n\nparts.Part()\n",
        "from layer import *\n\npart = Part()\n",
        "from layer import make\n\npart = make()\n",
        "from layer import (\n    Part,\n)\n",
    ],
)
def test_what_another_file_takes_from_there_is_not_its_own(module, use: str) -> None:
    code = "part = Part()\n\ndef make():\n    return Part()\n"
    assert not is_of_script(script(module, code, other=use))


@pytest.mark.parametrize(
    "init", ["from .layer import Part\n", "from .layer import *\n", "from . import layer\n"]
)
def test_a_package_may_pass_it_on(module, init: str) -> None:
    files = {"net/__init__": init, "main": "import net\n\npart = net.layer.Part()\n"}
    assert not is_of_script(script(module, "part = Part()\n", "net/layer.py", **files))


@pytest.mark.parametrize(
    "use",
    [
        "from layer import size\n",
        "from other_layer import Part\n",
        "# from layer import Part\n",
        "class Part:\n    pass\n",
        "from keras.layer import Dense\n\nPart = Dense\n",
        "for layer in model.layers:\n    layer.trainable = False\n\nPart = 1\n",
    ],
)
def test_what_it_has_itself_under_that_name_is_not_taken(module, use: str) -> None:
    assert is_of_script(script(module, "part = Part()\nsize = 3\n", other=use))


def test_a_script_may_save_nothing(module) -> None:
    layer = script(module, "model = Model(Part()(x))\nmodel.fit(x, y)\n")
    assert never_saved(layer)
    assert runs_and_needs_no_config(layer)


@pytest.mark.parametrize(
    "line",
    [
        "model.save(path)",
        "model.save_weights(path)",
        "model = keras.models.load_model(path)",
        "callbacks = [keras.callbacks.ModelCheckpoint(path)]",
        "twin = clone_model(model)",
        "text = model.to_json()",
        "path = 'best.keras'",
    ],
)
def test_or_anything_that_was_made(module, line: str) -> None:
    assert not never_saved(script(module, f"model = Model(Part()(x))\nmodel.fit(x, y)\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "# model.save(path)",
        "saved = 3",
        "model.saver(path)",
        "os.environ['x'] = '.keras/keras.json'",
        "from tensorflow.keras import layers",
    ],
)
def test_what_saves_no_model(module, line: str) -> None:
    assert never_saved(script(module, f"model = Model(Part()(x))\n{line}\n"))


@pytest.mark.parametrize(
    "line",
    [
        "model.save_weights('best.weights.h5')",
        "model.load_weights(path)",
        "model.save('./models/gpt')",
        "model = keras.models.load_model('../models/gpt', compile=False)",
        "keras.models.save_model(model, f'models/{name}')",
        "saves = keras.callbacks.ModelCheckpoint(str(path), save_weights_only=True)",
    ],
)
def test_what_is_saved_without_a_config(module, line: str) -> None:
    layer = script(module, f"model = Model(Part()(x))\nmodel.fit(x, y)\n{line}\n")
    assert runs_and_needs_no_config(layer)


@pytest.mark.parametrize(
    "line",
    [
        "model.save('model.keras')",
        "model.save(f'{folder}/model.h5')",
        "model.save(path)",
        "model = keras.models.load_model('model.keras')",
        "saves = keras.callbacks.ModelCheckpoint('models/best', save_weights_only=False)",
        "twin = keras.models.clone_model(model)",
        "model.save_weights('w'); text = model.to_json()",
    ],
)
def test_what_is_saved_by_a_config(module, line: str) -> None:
    layer = script(module, f"model = Model(Part()(x))\nmodel.fit(x, y)\n{line}\n")
    assert not runs_and_needs_no_config(layer)


def test_one_that_runs_no_model_may_not_be_done(module) -> None:
    assert not runs_and_needs_no_config(script(module, "model = Model(Part()(x))\n"))
    assert not runs_and_needs_no_config(script(module, "part = Part()\n# model.fit(x, y)\n"))
    assert not runs_and_needs_no_config(script(module, "model.fit(x, y)\n"))


@pytest.mark.parametrize(
    ("line", "hdf5"),
    [
        ("model.save('x.h5')", True),
        ("model.save('x', save_format='h5')", True),
        ("f = h5py.File(path)", True),
        ("model.save_weights('x.weights.h5')", True),
        ("model.save('x.keras')", False),
        ("model.save('h5')", True),
        ("path = 'epoch5'", False),
    ],
)
def test_a_script_may_write_no_hdf5_file(module, line: str, hdf5: bool) -> None:
    assert never_saved_to_hdf5(script(module, f"part = Part()\n{line}\n")) is not hdf5


def test_nor_may_an_application(repository) -> None:
    files = {"part.py": PART, "train.py": "from part import Part\n\nmodel.fit(Part())\n"}
    assert never_saved_to_hdf5(repository(files).classes[0])
    files["train.py"] += "model.save('x.h5')\n"
    assert not never_saved_to_hdf5(repository(files).classes[0])


def test_nobody_imports_a_notebook(module) -> None:
    assert is_of_script(script(module, "", name="layer.ipynb"))
