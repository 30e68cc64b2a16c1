"""A residual connection around any layer."""

from tensorflow import keras


class Residual(keras.layers.Layer):
    """Adds what an inner layer makes of the input to the input."""

    def __init__(self, inner, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner
        self.scale = scale

    def call(self, inputs):
        return inputs + self.scale * self.inner(inputs)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "inner": keras.layers.serialize(self.inner),
                "scale": self.scale,
            }
        )
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["inner"] = keras.layers.deserialize(config["inner"])
        return cls(**config)


def network(width=4):
    inputs = keras.Input((width,))
    hidden = Residual(keras.layers.Dense(width, activation="tanh"), scale=0.5)(inputs)
    return keras.Model(inputs, keras.layers.Dense(1)(hidden))
