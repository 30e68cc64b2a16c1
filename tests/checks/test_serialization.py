"""Configs of layers and models: LL501 to LL506 and LL511."""

from __future__ import annotations

from typing import Any

HEAD = """\
import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


"""


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


def test_what_takes_no_name_cannot_be_loaded_with_the_config_of_a_built_in_base(
    diagnose: Any,
) -> None:
    source = """\
class Norm(layers.LayerNormalization):
    def __init__(self, epsilon=1e-4{rest}):
        super().__init__({passed})
        self.inner = layers.LayerNormalization(epsilon=epsilon)
"""
    (only,) = diagnose(HEAD + source.format(rest="", passed=""), "LL502")
    assert only.message.endswith("loading or cloning raises `TypeError`")
    (only,) = diagnose(HEAD + source.format(rest=", **kwargs", passed="**kwargs"), "LL502")
    assert "is made with the default" in only.message


def test_a_key_made_of_an_argument_that_is_not_saved_is_not_removed(diagnose: Any) -> None:
    source = """\
class Patches(layers.Layer):
    def __init__(self, options, **kwargs):
        super().__init__(**kwargs)
        size = options.size
        size = size if isinstance(size, tuple) else (size, size)
        self.size = size

    def call(self, x):
        return x * self.size[0]

    def get_config(self):
        config = super().get_config()
        config["size"] = self.size
        return config
"""
    (only,) = diagnose(HEAD + source, "LL504")
    assert only.fix is None


def test_a_function_that_a_lambda_gives_its_base_is_given_twice_when_it_is_loaded(diagnose):
    source = """
import keras


class Scaled(keras.layers.Lambda):
    def __init__(self, factor=2.0, **kwargs):
        self.factor = factor
        super().__init__(lambda x: x * self.factor, **kwargs)
"""
    (found,) = diagnose(source, "LL502")
    assert found.message.endswith(
        "it is that of `Lambda`, and loading or cloning raises `TypeError`"
    )


def test_a_weight_that_is_passed_is_not_written_into_the_config(diagnose: Any) -> None:
    source = (
        HEAD
        + """\
class Head(layers.Layer):
    def __init__(self, units, tied: keras.KerasTensor | None = None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.tied = tied

    def get_config(self):
        return {**super().get_config(), "units": self.units}
"""
    )
    (only,) = diagnose(source, "LL502")
    assert only.fix is None


def test_a_copy_is_not_made_where_the_base_gets_something_twice(diagnose: Any) -> None:
    source = """\
class Wrapped(layers.Layer):
    def __init__(self, layer, normalize=False, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer
        self.normalize = normalize

    def get_config(self):
        config = {"layer": serialize_keras_object(self.layer), "normalize": self.normalize}
        base = super().get_config()
        return dict(list(base.items()) + list(config.items()))


class Block(Wrapped):
    def __init__(self, layer, before=True, **kwargs):
        super().__init__(layer, normalize=before, **kwargs)
"""
    (found,) = diagnose(HEAD + source, select="LL502")
    assert "that of `Wrapped`; making a copy raises `TypeError` already" in found.message


def test_the_kind_of_an_object_has_its_article(diagnose: Any) -> None:
    source = """\
class Wrapped(keras.initializers.Initializer):
    def __init__(self, inner):
        self.inner = inner

    def __call__(self, shape, dtype=None):
        return self.inner(shape)


keras.models.load_model("net.keras", custom_objects={"Wrapped": Wrapped})
"""
    (found,) = diagnose(HEAD + source, select="LL501")
    assert "no `get_config`: an initializer is saved" in found.message


def test_a_key_that_is_read_again_is_not_removed(diagnose: Any) -> None:
    source = """\
class Wrapped(layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.inner = []

    def get_config(self):
        config = super().get_config()
        config.update({{"inner": [], "rate": self.rate}})
        for each in self.inner:
            config[{name}].append(each.name)
        return config
{more}
"""
    (only,) = diagnose(HEAD + source.format(name='"inner"', more=""), "LL504")
    assert only.fix is None
    (only,) = diagnose(HEAD + source.format(name='"other"', more=""), "LL504")
    assert only.fix is not None
    extended = """\

class Named(Wrapped):
    def get_config(self):
        config = super().get_config()
        config["inner"].append(self.name)
        return config
"""
    found = diagnose(HEAD + source.format(name='"other"', more=extended), "LL504")
    assert [each.fix for each in found] == [None]


def test_a_graph_is_not_put_into_the_config_of_a_model(diagnose: Any) -> None:
    source = """\
class Backbone(keras.Model):
    def __init__(self, shape=(3,), units=4, **kwargs):
        inputs = keras.Input(shape)
        super().__init__(inputs=inputs, outputs=layers.Dense(units)(inputs), **kwargs)
        self.shape, self.units = shape, units

    def get_config(self):
        return {"shape": self.shape, "units": self.units}
"""
    extended = """\


class Wide(Backbone):
    def __init__(self, {first}, **kwargs):
        super().__init__({first}, **kwargs)
"""
    (only,) = diagnose(HEAD + source, "LL503")
    assert only.fix is not None
    (only,) = diagnose(HEAD + source + extended.format(first="*args"), "LL503")
    assert only.fix is None
    (only,) = diagnose(HEAD + source + extended.format(first="shape"), "LL503")
    assert only.fix is not None
