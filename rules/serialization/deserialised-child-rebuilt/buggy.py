"""Scales what any other layer computes."""

from tensorflow import keras


class Scaled(keras.layers.Layer):
    """Multiplies the output of an inner layer by a constant."""

    def __init__(self, inner, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner
        self.factor = factor

    def build(self, input_shape):
        self.inner.build(input_shape)
        super().build(input_shape)

    def call(self, inputs):
        return self.factor * self.inner(inputs)

    def get_config(self):
        config = super().get_config()
        config.update({"inner": keras.layers.serialize(self.inner), "factor": self.factor})
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["inner"] = keras.layers.deserialize(config["inner"])
        return cls(**config)
