import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% Dense
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Scaled(layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.scale = self.add_weight(name="w", shape=())  # here  # LL512


# %% Conv2D
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Scaled(layers.Conv2D):
    def build(self, input_shape):
        super().build(input_shape)
        self.scale = self.add_weight(name="w", shape=())  # here  # LL512


# %% Embedding
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Scaled(layers.Embedding):
    def build(self, input_shape):
        super().build(input_shape)
        self.scale = self.add_weight(name="w", shape=())  # here  # LL512


# %% EinsumDense
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Scaled(layers.EinsumDense):
    def build(self, input_shape):
        super().build(input_shape)
        self.scale = self.add_weight(name="w", shape=())  # here  # LL512


# %% behind a base of the project
class Measured(keras.layers.Layer):
    def get_config(self):
        return super().get_config()


class Scaled(Measured, keras.layers.Dense):
    def build(self, shape):
        super().build(shape)
        self.scale = self.add_weight(name="scale", shape=(self.units,))  # LL512

    def call(self, x):
        return super().call(x) * self.scale
