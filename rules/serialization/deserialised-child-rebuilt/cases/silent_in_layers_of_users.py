# %% it asks first
import keras


class Residual(keras.layers.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def build(self, input_shape):
        if self.layer.built:
            return
        self.layer.build(input_shape)

    def call(self, x):
        return x + self.layer(x)

    def get_config(self):
        return {**super().get_config(), "layer": keras.saving.serialize_keras_object(self.layer)}

    @classmethod
    def from_config(cls, config):
        layer = keras.saving.deserialize_keras_object(config.pop("layer"))
        return cls(layer, **config)


# %% it makes what it builds
from keras import layers


class Feed(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.first = layers.Dense(4 * units)
        self.second = layers.Dense(units)

    def build(self, shape):
        self.first.build(shape)
        self.second.build(self.first.compute_output_shape(shape))

    def call(self, x):
        return self.second(self.first(x))

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% a copy of what was given
import keras


class Twice(keras.layers.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer.__class__.from_config(layer.get_config())

    def build(self, shape):
        self.layer.build(shape)

    def call(self, x):
        return self.layer(self.layer(x))


# %% the wrapper of Keras
import keras


class PerStep(keras.layers.Wrapper):
    def __init__(self, layer, steps=4, **kwargs):
        super().__init__(layer, **kwargs)
        self.steps = steps

    def build(self, input_shape=None):
        super().build(input_shape[:1] + input_shape[2:])

    def call(self, x):
        return keras.ops.stack([self.layer(x[:, i]) for i in range(self.steps)], axis=1)


# %% a builder that is no layer
import keras


class Compiled(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")
        super().build(input_shape)

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)
