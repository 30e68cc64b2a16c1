"""`layerlint.queries.saving_practice`: what an application keeps of what a module defines."""

from __future__ import annotations

import pytest

from layerlint.queries.saving_practice import (
    keeps_no_keras_file,
    keeps_weights_only,
    never_in_hdf5,
    never_saved_whole,
    reads_weights_only,
    saves_traces_alone,
)

PART = "import keras\n\nclass Part(keras.layers.Layer):\n    pass\n"
TRAIN = "import keras\nfrom part import Part\n\nmodel = make(Part())\nmodel.fit(x, y)\n"
SETUP = {"setup.py": "from setuptools import setup\n\nsetup(name='part')\n"}
WHOLE = [
    "model.save('model.keras')",
    "self.model.save(path)",
    "my_net.save(path, overwrite=True)",
    "keras.models.save_model(model, path)",
    "model = load_model(path)",
    "twin = keras.models.clone_model(model)",
    "text = model.to_json()",
    "saver = keras.callbacks.ModelCheckpoint(path)",
    "saver = ModelCheckpoint(\n    path, monitor=pick('loss'), save_weights_only=False)",
]
WEIGHTS = [
    "model.save_weights(path)",
    "tf.train.Checkpoint(model=model).save(path)",
    "saver = ModelCheckpoint(path, save_weights_only=True)",
    "saver = ModelCheckpoint(\n    path, monitor=pick('loss'), save_weights_only=True)",
]
NEITHER = [
    "# model.save('model.keras')",
    "x = 1  # load_model(path)",
    "frame.save(path)",
    "image.save('x.png')",
    "data = np.load(path)",
    "tf.saved_model.save(model, path)",
    "model.saved(path)",
    "frame.to_json(path)",
    "db.load_model_names(path)",
    "saver.save()",
]


@pytest.fixture
def used(repository):
    """The module of a layer in an application that trains it, and does something more."""

    def make(more: str = "", train: str = TRAIN, **files: str):
        return repository({"part.py": PART, "train.py": f"{train}{more}\n", **files})

    return make


@pytest.mark.parametrize("line", ["", *WEIGHTS, *NEITHER])
def test_an_application_may_save_no_whole_model(used, line: str) -> None:
    assert never_saved_whole(used(line))


@pytest.mark.parametrize("line", WHOLE)
def test_one_line_that_saves_or_loads_one_is_enough(used, line: str) -> None:
    assert not never_saved_whole(used(line))
    assert not keeps_weights_only(used(line + "\nmodel.save_weights(path)"))


def test_of_code_for_others_or_of_models_that_nobody_runs_nothing_is_known(used) -> None:
    assert not never_saved_whole(used(**SETUP))
    assert not never_saved_whole(used(train="from part import Part\n"))


@pytest.mark.parametrize(
    "line",
    [
        "def load_model(path):\n    return pickle.load(path)\n\nmodel = load_model(path)",
        "from tools import load_model\n\nmodel = load_model(path)",
        "from .tools import build, load_model\n\nmodel = load_model(path)",
        "model = torch.load_model(path)",
    ],
)
def test_a_function_of_such_a_name_may_be_the_applications_own(used, line: str) -> None:
    assert never_saved_whole(used(line))


@pytest.mark.parametrize("line", WEIGHTS)
def test_an_application_may_keep_weights_alone(used, line: str) -> None:
    assert keeps_weights_only(used(line))


@pytest.mark.parametrize("line", ["", *NEITHER, "# model.save_weights(path)"])
def test_one_that_keeps_nothing_keeps_no_weights(used, line: str) -> None:
    assert not keeps_weights_only(used(line))


def test_one_that_only_loads_weights_may_load_those_of_others(used) -> None:
    assert not keeps_weights_only(used("model.load_weights(path)"))


@pytest.mark.parametrize(
    "line",
    [
        "config = layer.get_config()",
        "layer = Part.from_config(config)",
        "objects = dict(custom_objects={'Part': Part})",
        "with keras.utils.custom_object_scope({'Part': Part}):\n    pass",
        "generator.save(path)",
    ],
)
def test_whatever_needs_a_config_keeps_more(used, line: str) -> None:
    assert not keeps_weights_only(used(f"model.save_weights(path)\n{line}"))


@pytest.mark.parametrize(
    "line",
    [
        "class Own(Part):\n    def get_config(self):\n"
        "        return {**super().get_config(), 'n': self.inner.get_config()}",
        "class Own(Part):\n    @classmethod\n    def from_config(cls, config):\n"
        "        return cls(Part.from_config(config))",
        "# config = layer.get_config()",
        "logging.info('optimizer: {}'.format(json.dumps(optimizer.get_config(), indent=2)))",
        "custom_objects = {}",
        "settings = parser.get_config('x')",
    ],
)
def test_a_config_that_is_only_a_part_of_another_is_not_read(used, line: str) -> None:
    assert keeps_weights_only(used(f"model.save_weights(path)\n{line}"))


def test_a_file_that_a_callback_writes_may_be_read_as_weights(used) -> None:
    callback = "model.fit(x, callbacks=[ModelCheckpoint(path)])\n"
    assert reads_weights_only(used(callback + "model.load_weights(path)"))
    assert not keeps_weights_only(used(callback + "model.load_weights(path)"))
    assert not reads_weights_only(used(callback + "# model.load_weights(path)"))
    assert not reads_weights_only(used(callback + "model = load_model(path)"))


@pytest.mark.parametrize(
    ("line", "never"),
    [
        ("", True),
        ("model.save('x.keras')", True),
        ("model.save(f'{name}.h5')", False),
        ("model.save_weights('x.hdf5')", False),
        ("with h5py.File(path) as file:\n    pass", False),
        ("model.save(path, save_format='h5')", False),
        ("epoch5 = 1", True),
        ("high5 = 'h5x'", True),
    ],
)
def test_an_application_may_have_no_word_for_hdf5(used, line: str, never: bool) -> None:
    assert never_in_hdf5(used(line)) is never


def test_another_part_of_a_repository_may_have_one(used) -> None:
    other = {"other/part2.py": PART, "other/run.py": "import h5py\n\nmodel.fit(x)\n"}
    assert never_in_hdf5(used(**other))
    assert not never_in_hdf5(used(**other, **SETUP))


def test_a_package_that_keeps_weights_has_no_word_for_it(used) -> None:
    assert never_in_hdf5(used("model.save_weights(path)", **SETUP))
    assert not never_in_hdf5(used(**SETUP))


def test_a_saved_model_is_read_without_configs(used) -> None:
    assert saves_traces_alone(used("model.save('model')"))
    assert not saves_traces_alone(used("model.save('model.h5')"))
    assert not saves_traces_alone(used("model.save('model')\ncopy = Part.from_config(config)"))


@pytest.mark.parametrize(
    ("line", "none"),
    [
        ("", True),
        ("model.save('x.h5')", True),
        ("model.save('x.keras')", False),
        ("path = f'{name}.keras'", False),
        ("# model.save('x.keras')", True),
        ("from tensorflow.keras import layers", True),
        ("path = '~/.keras/keras.json'", True),
    ],
)
def test_an_application_may_have_no_keras_file(used, line: str, none: bool) -> None:
    assert keeps_no_keras_file(used(line)) is none


def test_files_of_those_who_run_no_model_are_not_seen(used) -> None:
    assert not keeps_no_keras_file(used(train="from part import Part\n"))
