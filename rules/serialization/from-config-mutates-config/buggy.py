"""Two lamps of one kind."""

from tensorflow import keras


@keras.utils.register_keras_serializable(package="lamps")
class Lamp(keras.layers.Layer):
    """A shade around a bulb, which is a layer."""

    def __init__(self, bulb, shade=1.0, **kwargs):
        super().__init__(**kwargs)
        self.bulb = bulb
        self.shade = shade

    def call(self, x):
        return self.shade * self.bulb(x)

    def get_config(self):
        bulb = keras.layers.serialize(self.bulb)
        return {**super().get_config(), "bulb": bulb, "shade": self.shade}

    @classmethod
    def from_config(cls, config):
        bulb = keras.layers.deserialize(config.pop("bulb"))
        shade = config.pop("shade", 0.0)
        return cls(bulb, shade, **config)


def pair(config):
    """Two fresh lamps from one config."""
    left = Lamp.from_config(config)
    return left, Lamp.from_config(config)
