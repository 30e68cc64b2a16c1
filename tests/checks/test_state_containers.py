"""Layers that are held where Keras does not look, or one for all, or by another Keras."""

from __future__ import annotations

import pytest

HOLDER = """
import collections, functools, itertools, types
from dataclasses import dataclass
from typing import NamedTuple
import numpy as np
import {package} as keras


@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.{base}):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        {init}

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())
"""
ROW = 41


def holder(init, package="keras", base="layers.Layer"):
    lines = init.replace("Dense()", "keras.layers.Dense(units)").replace("\n", "\n" + " " * 8)
    return HOLDER.format(init=lines, package=package, base=base)


@pytest.mark.parametrize("package", ["keras", "tf_keras", "tensorflow.keras"])
@pytest.mark.parametrize("base", ["layers.Layer", "Model"])
@pytest.mark.parametrize(
    "init",
    [
        "self.held = Pair(Dense(), Dense())",
        "self.held = Pair(first=Dense())",
        "self.held = Tower()",
        "self.held = [Tower() for _ in range(2)]",
        "self.held = {'a': Tower(2)}",
        "self.held = Keeper(Dense())",
        "self.held = collections.deque([Dense(), Dense()])",
        "self.held = collections.deque(Dense() for _ in range(3))",
        "self.held = frozenset([Dense()])",
        "self.held = np.array([Dense(), Dense()], dtype=object)",
        "self.held = types.SimpleNamespace(a=Dense())",
        "self.held = (Dense() for _ in range(3))",
        "self.held = map(lambda i: Dense(), range(3))",
        "dense = Dense(); self.held = lambda x: dense(x)",
        "dense = Dense(); self.held = Pair(dense)",
        "dense = Dense(); self.held = functools.partial(print, dense)",
    ],
)
def test_places_where_keras_does_not_look_are_reported(lint, init, package, base):
    assert lint(holder(init, package, base), select="LL215") == [("LL215", ROW)]


@pytest.mark.parametrize(
    ("init", "row"),
    [
        ("self.held = collections.deque()\nself.held.append(Dense())", ROW + 1),
        ("self.held = types.SimpleNamespace()\nself.held.dense = Dense()", ROW + 1),
        ("self.held = np.empty(2, dtype=object)\nself.held[0] = Dense()", ROW + 1),
        ("dense = Dense()\ndef run(x):\n    return dense(x)\nself.held = run", ROW + 3),
        ("held = collections.deque()\nheld.append(Dense())\nself.held = held", ROW + 2),
    ],
)
def test_what_is_put_there_later_is_reported(lint, init, row):
    assert lint(holder(init), select="LL215") == [("LL215", row)]


FACTORY = """
from {package} import keras


def block(filters):
    conv = keras.layers.Conv2D(filters, 3)

    def apply(x):
        return conv(x)

    return {returned}


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.down = [block(filters) for filters in (8, 16)]

    def call(self, x):
        for block in self.down:
            x = block(x)
        return x
"""


@pytest.mark.parametrize("returned", ["apply", "lambda x: conv(x)"])
def test_a_function_that_makes_functions_over_layers_is_looked_into(lint, returned):
    source = FACTORY.format(package="tensorflow", returned=returned)
    assert lint(source, select="LL215") == [("LL215", 17)]
    assert lint(FACTORY.format(package="tensorflow", returned="conv"), select="LL215") == []


def test_a_lambda_layer_over_a_layer_is_silent_on_keras_3_only(lint):
    init = "dense = Dense(); self.held = keras.layers.Lambda(lambda x: dense(x))"
    assert lint(holder(init), select="LL215") == [("LL215", ROW)]
    assert lint(holder(init, "tf_keras"), select="LL215") == []


def test_a_set_is_tracked_on_keras_3_but_has_no_order(diagnose):
    for package, words in (("keras", "order"), ("tf_keras", "neither trained nor saved")):
        found = diagnose(holder("self.held = {Dense(), Dense()}", package), select="LL215")
        assert [words in diagnostic.message for diagnostic in found] == [True]


@pytest.mark.parametrize("package", ["keras", "tf_keras"])
@pytest.mark.parametrize(
    "init",
    [
        "self.held = [Dense(), Dense()]",
        "self.held = (Dense(), Dense())",
        "self.held = Both(Dense(), Dense())",
        "self.held = collections.OrderedDict(a=Dense())",
        "self.held = list(zip([Dense()], [Dense()]))",
        "self.held = []\nfor _ in range(3):\n    self.held.append(Dense())",
        "self.held = {}\nself.held['a'] = Dense()",
        "self.dense = Dense()\nself.held = Pair(self.dense)",
        "self.dense = dense = Dense()\nself.held = lambda x: dense(x)",
        "self.held = lambda x: self.other(x)",
        "self.held = collections.deque([Dense()])\nself.all = list(self.held)",
        "self.held = types.SimpleNamespace(a=keras.layers.Flatten())",
        "self.held = Pair(keras.layers.Activation('relu'), keras.layers.Dropout(0.1))",
        "self.held = Pair(1, 2)",
        "self.held = Reader(Dense())",
        "self.held = Pair(keras.layers.Dense(4, trainable=False))",
        "self.other = Pair(Dense())",
        "local = Pair(Dense())",
    ],
)
def test_what_keras_finds_or_need_not_find_is_left_alone(lint, init, package):
    assert lint(holder(init, package), select="LL215") == []


@pytest.mark.parametrize(
    "display",
    ["{'a': Dense(), 'b': [Dense()]}", "[[Dense()] for _ in range(2)]", "[(Dense(), 1)]"],
)
def test_a_container_in_a_container_is_not_saved_by_keras_2(lint, display):
    init = f"self.held = {display}"
    assert lint(holder(init, "tf_keras"), select="LL215") == [("LL215", ROW)]
    assert lint(holder(init, "keras"), select="LL215") == []
    # Where it may as well be Keras 3, nothing is wrong with it.
    assert lint(holder(init, "tensorflow.keras"), select="LL215") == []


def test_a_layer_that_says_what_its_weights_are_is_left_alone(lint):
    source = holder("self.held = Tower()")
    source += "\n    @property\n    def trainable_weights(self):\n        return []\n"
    assert lint(source, select="LL215") == []


@pytest.mark.parametrize(
    ("init", "row"),
    [
        ("self.held = [None] * 3\nself.held[0] = Dense()", ROW + 1),
        ("self.held = [None, None]\nfor i in range(2):\n    self.held[i] = Dense()", ROW + 2),
        ("self.held = [None]\nself.held[:] = [Dense()]", ROW + 1),
        ("self.held = {}\nself.held.setdefault('a', Dense())", ROW + 1),
        ("self.held = {}\nself.held['a'] = []\nself.held['a'].append(Dense())", ROW + 2),
        ("self.held = []\nself.held.append([])\nself.held[-1].append(Dense())", ROW + 2),
        ("self.held = []\nself.held.append({})\nself.held[0]['a'] = Dense()", ROW + 2),
    ],
)
def test_what_keras_3_does_not_notice_is_reported_there(lint, init, row):
    assert lint(holder(init), select="LL215") == [("LL215", row)]
    assert lint(holder(init, "tf_keras"), select="LL215") == []


@pytest.mark.parametrize("package", ["keras", "tf_keras"])
def test_a_layer_in_the_default_of_a_dictionary_is_noticed_by_neither(lint, package):
    init = "self.held = {}\nself.held.setdefault('a', []).append(Dense())"
    assert lint(holder(init, package), select="LL215") == [("LL215", ROW + 1)]


@pytest.mark.parametrize(
    "init",
    [
        "self.held = [[]]\nself.held[0].append(Dense())",
        "self.held = {k: [] for k in 'ab'}\nself.held['a'].append(Dense())",
        "self.held = {}\nself.held['a'] = [Dense()]",
        "self.held = []\nself.held += [Dense()]",
        "held = [None]\nheld[0] = Dense()\nself.held = held",
        "self.held = [None]\nself.held[0] = Dense()\nself.held = list(self.held)",
        "self.held = [None]\nself.dense = Dense()\nself.held[0] = self.dense",
        "self.held = [None]\nself.held[0] = keras.layers.Flatten()",
    ],
)
def test_what_keras_3_does_notice_is_left_alone(lint, init):
    assert lint(holder(init), select="LL215") == []


@pytest.mark.parametrize("package", ["keras", "tf_keras", "tensorflow.keras"])
@pytest.mark.parametrize(
    "init",
    [
        "self.held = [Dense()] * 3",
        "self.held = 3 * [Dense()]",
        "self.held = (Dense(),) * units",
        "self.held = [Dense(), keras.layers.ReLU()] * 2",
        "self.held = [[Dense()]] * 2",
        "self.held = [keras.Sequential([Dense()])] * 2",
        "self.held = keras.layers.RNN([keras.layers.LSTMCell(units)] * 2)",
        "self.held = dict.fromkeys('ab', Dense())",
        "self.held = list(itertools.repeat(Dense(), 3))",
        "blocks = [Dense()] * units; self.held = blocks",
    ],
)
def test_one_layer_in_several_places_is_reported(lint, init, package):
    assert lint(holder(init, package), select="LL217") == [("LL217", ROW)]


@pytest.mark.parametrize(
    "init",
    [
        "self.held = [Dense() for _ in range(3)]",
        "self.held = [keras.layers.Flatten()] * 3",
        "self.held = [keras.layers.Dropout(0.1)] * 3",
        "self.held = [units] * 3",
        "self.held = [None] * 3",
        "self.held = [Dense()] * 1",
        "shared = Dense(); self.held = [shared for _ in range(3)]",
        "self.held = [Dense()] + [Dense()]",
    ],
)
def test_layers_of_their_own_and_layers_without_weights_are_left_alone(lint, init):
    assert lint(holder(init), select="LL217") == []


def test_the_fix_of_a_repeated_layer_is_a_comprehension(diagnose):
    (found,) = diagnose(holder("self.held = [Dense()] * (units + 1)"), select="LL217")
    assert [edit.text for edit in found.fix.edits] == [
        "[keras.layers.Dense(units) for _ in range(units + 1)]"
    ]


SHARED = """
import {package} as keras


class Head(keras.layers.Layer):
    {inside}

    def __init__(self, layer={default}, **kwargs):
        super().__init__(**kwargs)
        {init}

    def call(self, x):
        return x
"""


def shared(inside="pass", default="None", init="self.layer = layer", package="keras"):
    return SHARED.format(inside=inside, default=default, init=init, package=package)


@pytest.mark.parametrize("package", ["keras", "tf_keras", "tensorflow.keras"])
@pytest.mark.parametrize(
    ("arguments", "row"),
    [
        ({"inside": "dense = keras.layers.Dense(4)"}, 6),
        ({"inside": "dense: object = keras.layers.Dense(4)"}, 6),
        ({"inside": "blocks = [keras.layers.Dense(4) for _ in range(2)]"}, 6),
        ({"inside": "net = keras.Sequential([keras.layers.Dense(4)])"}, 6),
        ({"default": "keras.layers.Dense(4)"}, 8),
        ({"default": "keras.layers.PReLU()"}, 8),
        ({"default": "[keras.layers.Dense(4)]"}, 8),
        ({"default": "keras.layers.Dense(4)", "init": "self.layers_ = [layer]"}, 8),
    ],
)
def test_a_layer_for_all_instances_is_reported(lint, arguments, row, package):
    assert lint(shared(**arguments, package=package), select="LL217") == [("LL217", row)]


@pytest.mark.parametrize(
    "arguments",
    [
        {"inside": "flatten = keras.layers.Flatten()"},
        {"inside": "kind = keras.layers.Dense"},
        {"inside": "spec = keras.layers.InputSpec(ndim=2)"},
        {"inside": "def make(self): return keras.layers.Dense(4)"},
        {"inside": "dense = keras.layers.Dense(1)", "init": "self.dense = keras.layers.Dense(2)"},
        {"default": "keras.layers.Flatten()"},
        {"default": "keras.layers.Dense"},
        {"default": "keras.layers.Dense(4)", "init": "self.layer = copy(layer)"},
        {"default": "keras.layers.Dense(4)", "init": "layer = copy(layer); self.layer = layer"},
        {"default": "keras.initializers.Zeros()"},
    ],
)
def test_what_may_be_shared_or_is_copied_is_left_alone(lint, arguments):
    assert lint(shared(**arguments), select="LL217") == []


@pytest.mark.parametrize(
    ("init", "row"),
    [
        ("held = []\nself.held = held\nheld.append(Dense())", ROW + 2),
        ("self.held = held = []\nheld.append(Dense())", ROW + 1),
        ("held = self.held = {}\nheld['a'] = Dense()", ROW + 1),
        ("held = list()\nself.held = held\nfor _ in range(2):\n    held += [Dense()]", ROW + 3),
        ("held = collections.OrderedDict()\nself.held = held\nheld['a'] = Dense()", ROW + 2),
        ("held = set()\nself.held = held\nheld.add(Dense())", ROW + 2),
        ("held = []\nsetattr(self, 'held', held)\nheld.append(Dense())", ROW + 2),
        ("held = []\nself.held = held\nheld.extend(Dense() for _ in range(3))", ROW + 2),
        ("held = []\nself.held = held\nheld.append(units)", ROW + 2),
        ("held = [Dense()]\nself.held = held\ndense = Dense()\nheld.append(dense)", ROW + 3),
    ],
)
def test_a_container_that_is_filled_after_it_was_stored_is_reported(lint, init, row):
    assert lint(holder(init), select="LL218") == [("LL218", row)]
    assert lint(holder(init, "tf_keras"), select="LL218") == []


@pytest.mark.parametrize(
    "init",
    [
        "held = []\nheld.append(Dense())\nself.held = held",
        "self.held = []\nself.held.append(Dense())",
        "held = []\nself.held = held\nheld.append(Dense())\nself.held = held",
        "held = []\nself.held = held\nheld = []\nheld.append(Dense())",
        "held = collections.deque()\nself.held = held\nheld.append(Dense())",
        "held = []\nself.held = list(held)\nheld.append(units)",
        "held = []\nself.other = held\nheld.append(units)",
        "held = units\nself.held = held\nheld += 1",
        "self.held = units\nunits += 1",
        "held = []\nif units:\n    self.held = held\nelse:\n    held.append(Dense())",
    ],
)
def test_a_container_that_is_full_or_another_one_is_left_alone(lint, init):
    assert lint(holder(init), select="LL218") == []


def test_the_fix_reads_the_attribute_as_well(diagnose):
    init = "held = []\nself.held = held\nheld.append(Dense())\nself.last = held[-1]"
    (found,) = diagnose(holder(init), select="LL218")
    assert [edit.text for edit in found.fix.edits] == ["self.held", "self.held"]


def test_there_is_no_fix_where_the_attribute_would_not_notice_either(diagnose):
    init = "held = [None]\nself.held = held\nheld[0] = Dense()"
    (found,) = diagnose(holder(init), select="LL218")
    assert found.fix is None


MIXED = """
{imports}


class Inner({inner}.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer({outer}):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = {made}

    def call(self, x):
        return self.held(x)
"""


def mixed(made, outer="keras.Model", imports="import keras, tf_keras", inner="tf_keras"):
    return MIXED.format(made=made, outer=outer, imports=imports, inner=inner)


@pytest.mark.parametrize(
    ("made", "outer"),
    [
        ("tf_keras.layers.Dense(4)", "keras.Model"),
        ("tf_keras.layers.Dense(4)", "keras.layers.Layer"),
        ("[tf_keras.layers.Dense(4) for _ in range(2)]", "keras.Model"),
        ("tf_keras.layers.Dropout(0.5)", "keras.Model"),
        ("tf_keras.Sequential([tf_keras.layers.Dense(4)])", "keras.Model"),
        ("tf_keras.applications.ResNet50()", "keras.Model"),
        ("keras.layers.Dense(4)", "tf_keras.Model"),
        ("Inner()", "keras.Model"),
    ],
)
def test_a_layer_of_the_other_package_is_reported(lint, made, outer):
    assert lint(mixed(made, outer), select="LL220") == [("LL220", 16)]


@pytest.mark.parametrize(
    "imports",
    [
        "import os; os.environ['TF_USE_LEGACY_KERAS'] = '1'\n"
        "import keras; from tensorflow import keras as tf_keras",
        "import keras; from tf_keras import layers; import tf_keras",
    ],
)
def test_other_spellings_are_reported(lint, imports):
    rows = [code for code, _ in lint(mixed("Inner()", imports=imports), select="LL220")]
    assert rows == ["LL220"]


@pytest.mark.parametrize(
    ("made", "outer", "imports"),
    [
        ("tf_keras.layers.Dense(4)", "tf_keras.Model", "import keras, tf_keras"),
        ("tf_keras.layers.Flatten()", "keras.Model", "import keras, tf_keras"),
        ("Inner()", "tf_keras.Model", "import keras, tf_keras"),
        (
            "keras.layers.Dense(4)",
            "tf_keras.Model",
            "import keras; from tensorflow import keras as tf_keras",
        ),
        (
            "keras.layers.Dense(4)",
            "tf_keras.Model",
            "import tf_keras\ntry:\n    import tf_keras as keras\n"
            "except ImportError:\n    import keras",
        ),
    ],
)
def test_what_is_or_may_be_one_package_is_left_alone(lint, made, outer, imports):
    assert lint(mixed(made, outer, imports), select="LL220") == []
