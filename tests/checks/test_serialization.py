"""Configs of layers and models: LL501 to LL506 and LL511."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


"""


def found(lint: Any, source: str, rule: str) -> list[int]:
    """The lines of `source` that the rule reports."""
    offset = HEAD.count("\n")
    return sorted(line - offset for _, line in lint(HEAD + dedent(source), select=rule))


def marked(source: str) -> list[int]:
    """The lines that end in `# here`."""
    return [
        number
        for number, line in enumerate(dedent(source).splitlines(), 1)
        if line.endswith("# here")
    ]


CLASS = """\
class Block(layers.Layer):
    def __init__(self, net="dense", options=None, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.net = make(net, **(options or {}))
        self.axis = axis

    def call(self, x):
        return self.net(x)

"""
LEFT_OUT = {
    "behind a function that selects keys": """\
    def get_config(self):  # here
        config = selected(super().get_config())
        return config | {"net": self.net}
""",
    "in a property that holds the config": """\
    @property
    def config(self):
        return {"net": self.net, "options": None}

    def get_config(self):  # here
        return {**super().get_config(), **self.config}
""",
}


@pytest.mark.parametrize("method", LEFT_OUT.values(), ids=LEFT_OUT)
def test_an_argument_without_a_key_is_left_out(lint: Any, method: str) -> None:
    assert found(lint, CLASS + method, "LL502") == marked(CLASS + method)


KEPT = {
    "what an argument made is saved under another argument's name": """\
    def get_config(self):
        return {**super().get_config(), "net": serialize_keras_object(self.net), "axis": self.axis}
""",
    "a comment says that it is not saved": """\
    def get_config(self):
        config = super().get_config()
        config.update({"net": self.net, "options": None})  # the axis is not saved on purpose
        return config
""",
    "a comment says that the axis is left to the default": """\
    def get_config(self):
        # We don't save axis.
        return {**super().get_config(), "net": self.net, "options": None}
""",
}


@pytest.mark.parametrize("method", KEPT.values(), ids=KEPT)
def test_an_argument_that_need_not_be_saved_is_not_missed(lint: Any, method: str) -> None:
    assert found(lint, CLASS + method, "LL502") == []


def test_an_argument_that_must_be_given_is_missed_whatever_it_made(lint: Any) -> None:
    source = """\
    class Cell(layers.Layer):
        def __init__(self, rank, size, **kwargs):
            super().__init__(**kwargs)
            self.rank = rank
            self.size = (size,) * rank

        def get_config(self):  # here
            return {**super().get_config(), "size": self.size}
    """
    assert found(lint, source, "LL502") == marked(source)


def test_an_attribute_of_the_same_name_is_not_the_argument(lint: Any) -> None:
    source = """\
    class Cell(layers.Layer):
        def __init__(self, size, rank=2, **kwargs):
            super().__init__(**kwargs)
            self.rank = rank + 1
            self.size = (size,) * self.rank

        def get_config(self):  # here
            return {**super().get_config(), "size": self.size}
    """
    assert found(lint, source, "LL502") == marked(source)


def test_what_a_function_for_the_base_uses_the_base_does_not_save(lint: Any) -> None:
    source = """\
    class Scale(layers.Lambda):  # here
        def __init__(self, factor, **kwargs):
            super().__init__(lambda x: x * factor, **kwargs)
    """
    assert found(lint, source, "LL502") == marked(source)


def test_what_the_base_does_not_save_is_the_business_of_the_base(lint: Any) -> None:
    source = """\
    class Single(layers.Layer):
        def __init__(self, units, start=None, **kwargs):
            super().__init__(**kwargs)
            self.units, self.start = units, start

        def call(self, x):
            return x * self.units

        def get_config(self):  # here
            return {**super().get_config(), "units": self.units}


    class Pair(Single):
        def __init__(self, units, starts=None, start=None, **kwargs):
            start = start or (starts[0] if starts else None)
            super().__init__(units, start=start, **kwargs)

        def get_config(self):
            return super().get_config()
    """
    assert found(lint, source, "LL502") == marked(source)


POOL = """\
class Pool(layers.Layer):
    def __init__(self, size, stride=None, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.stride = {stride}

    def get_config(self):
        config = super().get_config()
        config.update({{"size": self.size, "stride": self.{saved}}})
        return config
"""


def test_a_key_with_the_value_of_another_argument_is_crossed(diagnose: Any) -> None:
    (only,) = diagnose(HEAD + POOL.format(stride="stride", saved="size"), "LL502")
    assert only.message.startswith("`get_config` of `Pool` saves `self.size` as `stride`")
    assert [edit.text for edit in only.fix.edits] == ["self.stride"]


@pytest.mark.parametrize(
    ("stride", "saved"),
    [("stride", "stride"), ("stride or size", "stride"), ("size", "size")],
)
def test_a_key_with_its_own_value_is_not_crossed(lint: Any, stride: str, saved: str) -> None:
    assert found(lint, POOL.format(stride=stride, saved=saved), "LL502") == []


FIXED_IN_BASE = {
    "a number": "super().__init__(filters, kernel_size=3, **kwargs)  # here",
    "an argument of another name": "super().__init__(filters, strides=step, **kwargs)  # here",
}


@pytest.mark.parametrize("call", FIXED_IN_BASE.values(), ids=FIXED_IN_BASE)
def test_what_a_built_in_base_saves_is_passed_twice(lint: Any, call: str) -> None:
    source = f"""\
    class Unit(layers.Conv2D):
        def __init__(self, filters, step=1, **kwargs):
            {call}
    """
    assert found(lint, source, "LL504") == marked(source)


NOT_TWICE = {
    "taken out of the config": """\
        super().__init__(filters, kernel_size=3, **kwargs)

    def get_config(self):
        config = super().get_config()
        config.pop("kernel_size")
        return config
""",
    "taken out of the keywords": """\
        kwargs.pop("kernel_size", None)
        super().__init__(filters, kernel_size=3, **kwargs)
""",
    "a way of its own to load": """\
        super().__init__(filters, kernel_size=3, **kwargs)

    @classmethod
    def from_config(cls, config):
        return cls(config["filters"])
""",
    "an argument of the same name": """\
        super().__init__(filters=filters, kernel_size=(3, 3) if filters else 3)
""",
}


@pytest.mark.parametrize("rest", NOT_TWICE.values(), ids=NOT_TWICE)
def test_what_does_not_come_back_is_not_passed_twice(lint: Any, rest: str) -> None:
    source = "class Unit(layers.Conv2D):\n    def __init__(self, filters, **kwargs):\n" + rest
    assert found(lint, source, "LL504") == []


HEADED = """\
class Head(layers.Layer):
    def __init__(self, body, units=1, **kwargs):
        super().__init__(**kwargs)
        self.body, self.units = body, units

    def get_config(self):
        config = super().get_config()
        config.update({"body": serialize_keras_object(self.body), "units": self.units})
        return config

    @classmethod
    def from_config(cls, config):
"""
READS = {
    "pop": '        body = config.pop("net")  # here\n        return cls(body, **config)\n',
    "an item": '        return cls(deserialize_keras_object(config["net"]))  # here\n',
    "of a copy": """\
        config = dict(config)
        config["body"] = deserialize_keras_object(config["net"])  # here
        return cls(**config)
""",
}


@pytest.mark.parametrize("body", READS.values(), ids=READS)
def test_from_config_reads_a_key_that_is_not_saved(lint: Any, body: str) -> None:
    assert found(lint, HEADED + body, "LL504") == marked(HEADED + body)


SAFE_READS = {
    "saved": '        return cls(deserialize_keras_object(config["body"]))\n',
    "saved by Keras": '        return cls(None, name=config["name"])\n',
    "with a default": '        config.pop("net", None)\n        return cls(**config)\n',
    "asked for": """\
        if "net" in config:
            config["body"] = config.pop("net")
        return cls(**config)
""",
    "set before": """\
        config["net"] = config.pop("body")
        return cls(config["net"])
""",
    "of a dictionary made of it": """\
        config = upgrade(config)
        return cls(config["net"])
""",
}


@pytest.mark.parametrize("body", SAFE_READS.values(), ids=SAFE_READS)
def test_from_config_may_read_what_is_there(lint: Any, body: str) -> None:
    assert found(lint, HEADED + body, "LL504") == []


LISTS = """\
class Chain(layers.Layer):
    def __init__(self, parts, **kwargs):{mark}
        super().__init__(**kwargs)
        self.parts = parts

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x
"""


def test_a_list_of_layers_needs_a_config(lint: Any) -> None:
    source = LISTS.format(mark="  # here")
    assert found(lint, source, "LL501") == marked(source)


@pytest.mark.parametrize(
    ("value", "reported"),
    [
        ("self.parts", True),
        ("[serialize_keras_object(part) for part in self.parts]", True),
        ("[part.name for part in self.parts]", False),
        ("len(self.parts)", False),
    ],
)
def test_a_list_of_layers_is_not_rebuilt_by_itself(lint: Any, value: str, reported: bool) -> None:
    source = LISTS.format(mark="") + dedent(f"""
        def get_config(self):
            return {{**super().get_config(), "parts": {value}}}
    """).replace("\n", "\n    ")
    assert bool(found(lint, source, "LL505")) == reported


def test_a_list_that_is_only_counted_is_plain(lint: Any) -> None:
    source = """\
    class Many(layers.Layer):
        def __init__(self, sizes, **kwargs):
            super().__init__(**kwargs)
            self.sizes = sizes

        def call(self, x):
            for size in self.sizes:
                x = keras.ops.reshape(x, (-1, size))
            return x
    """
    assert found(lint, source, "LL501") == []


def test_update_returns_nothing(lint: Any) -> None:
    source = (
        CLASS
        + "    def get_config(self):  # here\n        return super().get_config().update({})\n"
    )
    assert found(lint, source, "LL505") == marked(source)


MODEL = """\
class Net(keras.Model):{mark}
    def __init__(self, classes, width=8):
        super().__init__()
        self.head = layers.Dense(classes)

    def call(self, x):
        return self.head(x)


"""
SAVED = {
    "a method": 'net = Net(3)\nnet.save("net.keras")\n',
    "a function": 'net = Net(3)\nkeras.saving.save_model(net, "net.keras")\n',
    "in a function": 'def run():\n    net = Net(3)\n    net.save("net.h5")\n',
    "a path made up": 'net = Net(3)\nnet.save(f"{folder}/net.keras")\n',
}


@pytest.mark.parametrize("rest", SAVED.values(), ids=SAVED)
def test_a_model_that_keras_cannot_make_a_config_for_is_saved(lint: Any, rest: str) -> None:
    source = MODEL.format(mark="  # here") + rest
    assert found(lint, source, "LL511") == marked(source)


NOT_SAVED = {
    "its weights": 'net = Net(3)\nnet.save_weights("net.weights.h5")\n',
    "another model": 'net = Net(3)\nnet = keras.Sequential()\nnet.save("net.keras")\n',
    "another name": 'net = Net(3)\nother.save("net.keras")\n',
    "an export": 'net = Net(3)\nnet.save("saved_model")\n',
}


@pytest.mark.parametrize("rest", NOT_SAVED.values(), ids=NOT_SAVED)
def test_a_model_that_is_not_saved_as_a_whole_needs_no_config(lint: Any, rest: str) -> None:
    assert found(lint, MODEL.format(mark="") + rest, "LL511") == []


def test_a_functional_model_with_arguments_of_its_own_is_another_matter(lint: Any) -> None:
    source = """\
    class Sharp(keras.Model):
        def __init__(self, *args, rho=0.05, **kwargs):
            super().__init__(*args, **kwargs)
            self.rho = rho
    """
    assert found(lint, source, "LL511") == []


ADDED = """\
class Scaled(layers.{base}):
    def build(self, input_shape):
        super().build(input_shape)
        self.{name} = self.add_weight(name="w", shape=()){mark}
"""


@pytest.mark.parametrize("base", ["Dense", "Conv2D", "Embedding", "EinsumDense"])
def test_a_weight_that_a_built_in_layer_does_not_know_is_not_saved(lint: Any, base: str) -> None:
    source = ADDED.format(base=base, name="scale", mark="  # here")
    assert found(lint, source, "LL512") == marked(source)


@pytest.mark.parametrize(
    ("base", "name"),
    [("Dense", "kernel"), ("LayerNormalization", "scale"), ("DepthwiseConv2D", "scale")],
)
def test_a_weight_that_is_saved_is_left_alone(lint: Any, base: str, name: str) -> None:
    assert found(lint, ADDED.format(base=base, name=name, mark=""), "LL512") == []


def test_a_class_that_saves_its_weights_itself_is_left_alone(lint: Any) -> None:
    source = (
        ADDED.format(base="Dense", name="scale", mark="")
        + """
    def save_own_variables(self, store):
        store["0"] = self.scale
"""
    )
    assert found(lint, source, "LL512") == []


def test_keras_2_saves_every_weight(lint: Any) -> None:
    source = ADDED.format(base="Dense", name="scale", mark="")
    source = (HEAD + source).replace("import keras", "import tf_keras as keras", 1)
    source = source.replace("from keras", "from tf_keras")
    assert lint(source, select="LL512") == []


NAMED = """\
def block(x):
    return layers.Dense(4, name="dense")(x){mark}


"""
TWICE = {
    "a module": "inputs = keras.Input((4,))\nmodel = keras.Model(inputs, block(block(inputs)))\n",
    "a function": """\
def build():
    inputs = keras.Input((4,))
    return keras.Model(inputs, block(block(inputs)))
""",
}


@pytest.mark.parametrize("caller", TWICE.values(), ids=TWICE)
def test_a_name_comes_twice_where_the_function_is_called_twice(lint: Any, caller: str) -> None:
    source = NAMED.format(mark="  # here") + caller
    assert found(lint, source, "LL509") == marked(source)


ONCE = {
    "one call": "inputs = keras.Input((4,))\nmodel = keras.Model(inputs, block(inputs))\n",
    "two models": """\
first = keras.Input((4,))
one = keras.Model(first, block(first))
second = keras.Input((4,))
two = keras.Model(second, block(second))
""",
    "one of two": """\
inputs = keras.Input((4,))
outputs = block(inputs) if wide else block(inputs)
model = keras.Model(inputs, outputs)
""",
}


@pytest.mark.parametrize("caller", ONCE.values(), ids=ONCE)
def test_a_name_that_comes_once_in_a_model_is_fine(lint: Any, caller: str) -> None:
    assert found(lint, NAMED.format(mark="") + caller, "LL509") == []


CARRIED = """\
class Based(layers.Layer):
    def get_config(self):
        return {{**super().get_config()}}


class Conv(Based, layers.Conv1D):
    def __init__(self, filters, kernel_size, groups=1, **kwargs):
        {passed}
        super().__init__(filters, kernel_size, **kwargs)
"""


@pytest.mark.parametrize(
    "passed", ['kwargs = {**kwargs, "groups": groups}', 'kwargs["groups"] = groups']
)
def test_an_argument_that_goes_to_the_base_among_the_keywords_is_saved_there(
    lint: Any, passed: str
) -> None:
    assert found(lint, CARRIED.format(passed=passed), "LL502") == []
    assert found(lint, CARRIED.format(passed="self.g = groups"), "LL502") == [6]


def test_an_argument_that_the_constructor_refuses_has_one_value(lint: Any) -> None:
    source = """\
    class Old(layers.Layer):
        def __init__(self, units=3, final=None, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            if final is not None:
                raise ValueError("`final` is gone")

        def get_config(self):
            return {**super().get_config(), "units": self.units}
    """
    assert found(lint, source, "LL502") == []


def test_an_argument_that_the_docstring_says_is_not_saved(lint: Any) -> None:
    source = """\
    class Top(layers.Layer):
        \'\'\'Finds the best.

        {said}
        \'\'\'

        def __init__(self, candidates=None, k=10, **kwargs):
            super().__init__(**kwargs)
            self.k = k
            self.candidates = candidates

        def get_config(self):
            return {{**super().get_config(), "k": self.k}}
    """
    said = "Saving does not keep the candidates, only `k`."
    assert found(lint, source.format(said=said), "LL502") == []
    assert found(lint, source.format(said="The candidates are not sorted."), "LL502") == [12]


def test_keys_of_a_local_list_are_followed(lint: Any) -> None:
    source = """\
    class Pool(layers.Layer):
        def __init__(self, units, activation="tanh", **kwargs):
            super().__init__(**kwargs)
            self.lstm = layers.LSTM(units, activation=activation)

        def get_config(self):  # here
            config = super().get_config()
            names = ["activation"]
            for name in names:
                config.update({name: self.lstm.get_config()[name]})
            return config
    """
    assert found(lint, source, "LL502") == marked(source)
    longer = source.replace(
        'names = ["activation"]', 'names = ["activation"]\n            names.append(1)'
    )
    assert found(lint, longer, "LL502") == []


def test_what_the_constructor_passes_itself_is_not_added_to_the_config(diagnose: Any) -> None:
    source = """\
class Normal(layers.Layer):
    def __init__(self, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}


class Halved(Normal):
    def __init__(self, seed=None, **kwargs):
        super().__init__(scale=0.5, **kwargs)
        self.seed = seed

    def get_config(self):
        return {"seed": self.seed}
"""
    (diagnostic,) = diagnose(HEAD + source, select="LL503")
    assert diagnostic.fix is None
    assert "scale" not in diagnostic.message
