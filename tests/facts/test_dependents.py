"""What a package that needs Keras 2 imports of it is in Keras 2, and no more in Keras 3."""

from __future__ import annotations

import importlib.util
import operator
from importlib.metadata import metadata, requires

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from layerlint.facts.dependents import (
    EARLY_HOME,
    GRAPH_WORDS,
    KERAS_2_MODULES,
    NEED_KERAS_2,
    OF_OLD_TENSORFLOW,
    OLD_OPTIMIZER_ARGUMENT,
    TENSORFLOW_1_GRAPHS,
    TENSORFLOW_1_NAMES,
    TENSORFLOW_2_WORDS,
    TIED_TO_KERAS_2,
)


@pytest.mark.parametrize("module", sorted(NEED_KERAS_2.values()))
def test_keras2_has_the_module_and_keras3_does_not(module: str) -> None:
    assert exists(f"tf_{module}")
    assert not exists(module)


@pytest.mark.parametrize("package", ["h5py", "numpy"])
def test_tensorflow_asks_for_later_versions_than_those_before_keras3(package: str) -> None:
    asked = [Requirement(each) for each in requires("tensorflow") or []]
    (wanted,) = (each.specifier for each in asked if each.name == package)
    first = TIED_TO_KERAS_2[package]
    assert first is not None
    assert not wanted.contains(f"{Version(first).major}.{Version(first).minor - 1}.9")


@pytest.mark.parametrize("package", ["keras", "tensorflow"])
def test_keras3_asks_for_a_later_python(package: str) -> None:
    assert not SpecifierSet(metadata(package)["Requires-Python"]).contains("3.8")
    assert TIED_TO_KERAS_2["python"] == "3.9"


def test_tensorflow_has_lost_the_modules_of_its_older_versions() -> None:
    assert [name for name in sorted(OF_OLD_TENSORFLOW) if exists(name)] == []


COPIES = """
import importlib, json, operator
import tensorflow


def imported(name):
    try:
        importlib.import_module(name)
    except ModuleNotFoundError:
        return False
    return True


print(json.dumps({
    name: [imported(f"{name}.layers"), operator.attrgetter(name[11:])(tensorflow) is not None]
    for name in NAMES
}))
"""


@pytest.mark.parametrize(("generation", "imported"), [(2, True), (3, False)])
def test_the_copies_of_keras_are_modules_on_keras2_alone(ask, generation, imported) -> None:
    found = ask(generation, COPIES.replace("NAMES", repr(list(KERAS_2_MODULES))))
    assert found == {name: [imported, True] for name in KERAS_2_MODULES}


def test_tensorflow_has_moved() -> None:
    assert not exists(EARLY_HOME)


def test_tensorflow_has_lost_the_names_of_its_first_version() -> None:
    import tensorflow as tf

    assert [name for name in sorted(TENSORFLOW_1_NAMES) if has(tf, name)] == []
    assert [name for name in sorted(TENSORFLOW_1_NAMES) if not has(tf.compat.v1, name)] == []


def has(module: object, name: str) -> bool:
    try:
        operator.attrgetter(name)(module)
    except AttributeError:
        return False
    return True


def test_the_words_of_one_version_are_in_no_code_that_runs_on_the_other() -> None:
    import tensorflow as tf

    names = {word.rstrip("(").partition(".")[2] for word in GRAPH_WORDS}
    assert names - TENSORFLOW_1_NAMES == {"contrib"}
    assert not hasattr(tf, "contrib")
    later = [word.strip(".").split(".")[1:] for word in TENSORFLOW_2_WORDS if "." in word]
    assert all(operator.attrgetter(".".join(parts))(tf) for parts in later)


def test_the_names_of_graphs_are_those_of_the_first_version_alone() -> None:
    import tensorflow as tf

    assert [name for name in sorted(TENSORFLOW_1_GRAPHS) if hasattr(tf, name)] == []
    assert [name for name in sorted(TENSORFLOW_1_GRAPHS) if not hasattr(tf.compat.v1, name)] == []


@pytest.mark.parametrize("name", ["Adam", "SGD", "RMSprop", "Adagrad", "Adamax", "Nadam", "Ftrl"])
def test_only_the_optimizers_of_keras2_take_the_old_name_of_the_rate(name: str) -> None:
    import keras
    import tf_keras

    getattr(tf_keras.optimizers, name)(**{OLD_OPTIMIZER_ARGUMENT: 0.1})
    with pytest.raises(ValueError, match=OLD_OPTIMIZER_ARGUMENT):
        getattr(keras.optimizers, name)(**{OLD_OPTIMIZER_ARGUMENT: 0.1})


def exists(module: str) -> bool:
    """Whether a module can be found; what is around it is imported."""
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False
