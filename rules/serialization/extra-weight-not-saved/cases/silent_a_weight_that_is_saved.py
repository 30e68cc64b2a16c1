import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% Dense-kernel
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Scaled(layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.kernel = self.add_weight(name="w", shape=())


# %% LayerNormalization-scale
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Scaled(layers.LayerNormalization):
    def build(self, input_shape):
        super().build(input_shape)
        self.scale = self.add_weight(name="w", shape=())


# %% DepthwiseConv2D-scale
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Scaled(layers.DepthwiseConv2D):
    def build(self, input_shape):
        super().build(input_shape)
        self.scale = self.add_weight(name="w", shape=())
