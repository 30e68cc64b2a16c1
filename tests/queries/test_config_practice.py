"""`layerlint.queries.config_practice`: whether anybody makes a class again from its config."""

from __future__ import annotations

import pytest

from layerlint.queries.config_practice import (
    config_never_read,
    config_never_written,
    restored,
    restored_from_configs,
    told_to_keras,
)

PART = "import keras\n\nclass Part(keras.layers.Layer):\n    pass\n"
TRAIN = "import keras\nfrom net.part import Part\n\nmodel = make(Part())\nmodel.fit(x, y)\n"
WITH_CONFIG = "class Other:\n    def get_config(self):\n        return {}\n"


def part(repository, more: str = "", layer: str = PART, **files: str):
    """The module of a layer in a package, which a script beside it trains and does more with."""
    package = {"net/part.py": layer, "net/__init__.py": ""}
    return repository({**package, "train.py": f"{TRAIN}{more}\n", **files})


def test_a_module_that_lies_in_no_package_is_for_others(module) -> None:
    assert restored(module(PART))
    assert restored_from_configs(module(PART))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("net/other.py", WITH_CONFIG),
        ("net/other.py", "import keras\n\nmodel = keras.models.load_model(path)\n"),
        ("net/deeper/io.py", "import keras\n\nmodel.save(path)\n"),
        ("save.py", "import keras\nfrom net import part\n\nmodel.save(path)\n"),
    ],
)
def test_a_package_restores_what_it_saves_whole_or_gives_configs(repository, name, text) -> None:
    assert restored(part(repository, **{name: text}))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("net/other.py", "import keras\n\nclass Other:\n    pass\n"),
        ("net/deeper/other.py", WITH_CONFIG),
        ("net/other.py", "import keras\n\nmodel.save_weights(path)\n"),
        ("save.py", "import keras\n\nmodel.save(path)\n"),
    ],
)
def test_others_restore_nothing(repository, name: str, text: str) -> None:
    assert not restored(part(repository, **{name: text}))


def test_an_application_restores_no_more_than_it_saves(repository) -> None:
    files = {"net/other.py": WITH_CONFIG}
    assert not restored_from_configs(part(repository, **files))
    assert restored_from_configs(part(repository, "model.save('x.keras')", **files))
    assert not restored_from_configs(part(repository, "model.save_weights(path)", **files))


def test_code_for_others_is_restored_by_them(repository) -> None:
    setup = {"setup.py": "from setuptools import setup\n\nsetup(name='net')\n"}
    assert restored_from_configs(part(repository, **{"net/other.py": WITH_CONFIG}, **setup))


WEIGHTS = "model.save_weights(path)"
REGISTERED = PART.replace("class", "@keras.saving.register_keras_serializable()\nclass")


def test_nobody_reads_a_config_where_weights_are_kept(repository) -> None:
    (layer,) = part(repository, WEIGHTS).classes
    assert config_never_read(layer)
    assert config_never_written(layer)


@pytest.mark.parametrize("more", ["", f"{WEIGHTS}\nmodel = keras.models.load_model(path)"])
def test_somebody_may_where_nothing_is_seen_or_models_are_kept(repository, more: str) -> None:
    (layer,) = part(repository, more).classes
    assert not config_never_read(layer)
    assert not config_never_written(layer)


def test_a_callback_writes_configs_that_nobody_reads(repository) -> None:
    callback = "model.fit(x, callbacks=[ModelCheckpoint(path)])\nmodel.load_weights(path)"
    (layer,) = part(repository, callback).classes
    assert config_never_read(layer)
    assert not config_never_written(layer)


@pytest.mark.parametrize(
    ("decorator", "registers"),
    [
        ("@keras.saving.register_keras_serializable()", True),
        ("@tf.keras.utils.register_keras_serializable(package='Net', name='Part')", True),
        ("@register_keras_serializable()", True),
        ("@serializable()", False),
        ("@registry.register('part')", False),
    ],
)
def test_a_registered_class_is_made_for_configs(repository, decorator: str, registers) -> None:
    module = part(repository, WEIGHTS, PART.replace("class", f"{decorator}\nclass"))
    assert config_never_read(module.classes[0]) is not registers
    assert config_never_written(module.classes[0]) is not registers
    assert told_to_keras(module, module.classes[0].node) is registers


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("load_model(path, custom_objects={'Part': Part})", True),
        ("load_model(path, custom_objects={'Other': Other, 'Part': Part})", True),
        ("load_model(path, custom_objects=dict(Part=Part))", True),
        ("custom_objects = {\n    'Other': Other,\n    'Part': Part,\n}", True),
        ("keras.utils.get_custom_objects()['Part'] = Part", True),
        ("keras.utils.get_custom_objects().update({'Part': Part})", True),
        ("with keras.utils.CustomObjectScope({'Part': Part}):\n    pass", True),
        ("load_model(path, custom_objects={'Other': Other}); Part()", False),
        ("load_model(path, custom_objects={'PartOfIt': PartOfIt})", False),
        ("objects = {'Part': Part}", False),
        ("# custom_objects={'Part': Part}", False),
    ],
)
def test_keras_may_be_told_of_it_by_name(repository, more: str, told: bool) -> None:
    module = part(repository, more)
    assert told_to_keras(module, module.classes[0].node) is told
