"""Members of Keras's layers and models are where the tables say, in the generations they say."""

from __future__ import annotations

import pytest

from layerlint.facts import members

PROBE = """
import inspect
import json
from tensorflow import keras


def named(name):
    found = keras
    for part in name.split("."):
        found = getattr(found, part, None)
    return found


def built(layer, shape):
    layer.build(shape)
    return layer


LAYERS = [
    built(keras.layers.Dense(2), (None, 3)),
    built(keras.layers.BatchNormalization(), (None, 3)),
    built(keras.layers.Embedding(4, 2), (None, 3)),
    built(keras.layers.DepthwiseConv2D(2), (None, 4, 4, 3)),
    built(keras.layers.SeparableConv2D(2, 2), (None, 4, 4, 3)),
    built(keras.layers.LSTMCell(2), (None, 3)),
]
plain = keras.layers.Layer()
answer = {
    "layer": sorted(dir(plain)),
    "model": sorted(set(dir(keras.Model)) | set(dir(keras.Sequential()))),
    "built": sorted({name for layer in LAYERS for name in dir(layer)}),
    "trained": sorted({
        name for layer in LAYERS for name, value in inspect.getmembers(layer)
        if any(value is weight for weight in layer.trainable_variables)
    }),
    "top": sorted(name for name in dir(keras)),
    "initial": {
        name: getattr(plain, name) for name in %r if hasattr(plain, name)
    },
    "named": [name for name in %r if named(name) is not None],
    "masked": [
        name for name in %r
        if named(name) and "mask" in str(__import__("inspect").signature(named(name).call))
    ],
    "policies": sorted({*dir(keras.mixed_precision), *dir(getattr(keras, "config", None))}),
    "scaling": sorted(
        {*dir(keras.mixed_precision.LossScaleOptimizer), *dir(keras.optimizers.Optimizer)}
    ),
}
answer["initial"] = {
    name: value for name, value in answer["initial"].items() if value in (None, True, False)
}
print(json.dumps(answer))
"""
NAMES = sorted(members.MODEL_MAKERS | members.SERIALIZERS)


@pytest.fixture(scope="module")
def seen(ask) -> dict[int, dict]:
    """What the installed libraries have, by generation."""
    probe = PROBE % (sorted(members.INITIAL_VALUES), NAMES, sorted(members.MASK_USERS))
    return {generation: ask(generation, probe) for generation in (2, 3)}


def anywhere(seen: dict[int, dict], place: str) -> set[str]:
    return set(seen[2][place]) | set(seen[3][place])


def test_only_layers_of_keras_2_know_their_nodes(seen) -> None:
    assert set(seen[2]["layer"]) >= members.NODE_MEMBERS
    assert members.NODE_MEMBERS.isdisjoint(seen[3]["layer"])


@pytest.mark.parametrize("generation", [2, 3])
def test_built_in_layers_hold_weights_under_these_names(seen, generation: int) -> None:
    names = members.BUILT_IN_WEIGHTS | members.SUBLAYER_WEIGHTS
    assert names <= set(seen[generation]["built"])
    trained = {name for name in seen[generation]["trained"] if not name.startswith("_")}
    assert trained == members.BUILT_IN_TRAINED


@pytest.mark.parametrize("generation", [2, 3])
def test_what_can_be_imported_from_keras_is_there(seen, generation: int) -> None:
    assert set(seen[generation]["top"]) >= members.TOP_LEVEL


@pytest.mark.parametrize("generation", [2, 3])
def test_models_have_their_methods_and_steps(seen, generation: int) -> None:
    names = {*members.MODES_OF_METHODS, *members.STEPS, *members.PARTS_OF_STEPS}
    names |= {*members.LOOPS, *members.WEIGHT_COLLECTIONS}
    assert names <= set(seen[generation]["model"])


def test_what_makes_models_and_configurations_exists(seen) -> None:
    assert set(NAMES) - anywhere(seen, "named") <= {"Functional"}  # Keras's own name for it


def test_what_uses_masks_takes_one(seen) -> None:
    assert members.MASK_USERS - anywhere(seen, "masked") == set()


@pytest.mark.parametrize("generation", [2, 3])
def test_the_constructor_gives_a_layer_these_values(seen, generation: int) -> None:
    expected = {
        name: members.INITIAL_VALUES[name]
        for name, generations in members.RESET_BY_CONSTRUCTOR.items()
        if generation in generations
    }
    assert {name: seen[generation]["initial"].get(name) for name in expected} == expected


def test_losses_and_their_trackers_are_members_of_a_model(seen) -> None:
    names = (members.LOSS_MEMBERS | members.LOSS_TRACKERS) - {"update_state"}  # of the metrics
    assert names - anywhere(seen, "model") <= {"regularization_losses", "_loss_tracker"}


def test_policies_are_set_and_losses_scaled_by_these_names(seen) -> None:
    assert anywhere(seen, "policies") >= members.POLICY_SETTERS - {"set_policy"}
    assert anywhere(seen, "policies") >= members.POLICY_CLASSES
    assert anywhere(seen, "scaling") >= members.LOSS_SCALING


@pytest.mark.parametrize("generation", [2, 3])
def test_layers_have_what_only_layers_have(ask, generation: int) -> None:
    script = """
import json
import tensorflow as tf
from tensorflow import keras
from layerlint.facts.members import LAYER_MEMBERS
others = (str, list, dict, tf.Tensor, tf.Variable)
layer = keras.layers.Layer()
print(json.dumps([
    sorted(name for name in LAYER_MEMBERS if not hasattr(layer, name)),
    sorted({name for name in LAYER_MEMBERS for kind in others if hasattr(kind, name)}),
]))
"""
    assert ask(generation, script) == [[], []]


@pytest.mark.parametrize("generation", [2, 3])
def test_models_have_the_methods_that_run_on_tensors(ask, generation: int) -> None:
    script = f"""
import json
from tensorflow import keras
names = {sorted(members.RUN_ON_TENSORS)!r}
print(json.dumps([name for name in names if not hasattr(keras.Model, name)]))
"""
    assert ask(generation, script) == []


def test_what_looks_at_a_weight_is_a_member_of_some_variable() -> None:
    keras, tf = pytest.importorskip("keras"), pytest.importorskip("tensorflow")
    variables = (keras.Variable(1.0), tf.Variable(1.0))
    for name in members.LOOKS_AT_WEIGHT:
        assert any(hasattr(variable, name) for variable in variables), name


def test_lists_of_layers_and_models_are_made_anew(ask) -> None:
    probe = f"""
import json
import keras, os
if os.environ["TF_USE_LEGACY_KERAS"] == "1":
    import tf_keras as keras

class Scaled(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))
        self.shift = self.add_weight(name="shift", shape=(1,), trainable=False)

    def call(self, x):
        return x * self.scale + self.shift

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.scaled = Scaled()

    def call(self, x):
        return self.scaled(x)

inputs = keras.Input((2,))
layer, net = Scaled(), Net()
made = [
    net,
    keras.Model(inputs, keras.layers.Dense(1)(inputs)),
    keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]),
]
for each in (layer, net):
    each.build((None, 2))
for each in made:
    each.compile("sgd", "mse", metrics=["mae"])

def kept(owner, names):
    found = []
    for name in names:
        before = len(getattr(owner, name))
        getattr(owner, name).append(None)
        if len(getattr(owner, name)) != before:
            found.append(name)
    return found

print(json.dumps([
    *(kept(each, {sorted(members.LISTS_MADE_ANEW)!r}) for each in made),
    kept(layer, {sorted(members.LISTS_OF_LAYERS)!r}),
]))
"""
    for generation in (2, 3):
        assert ask(generation, probe) == [[], [], [], []]
