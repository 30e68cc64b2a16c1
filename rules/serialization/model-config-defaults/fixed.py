"""A one-layer model with a fixed gain."""

from tensorflow import keras


class Mixer(keras.Model):
    """A projection whose output is multiplied by `scale`."""

    def __init__(self, units=4, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.scale = scale
        self.dense = keras.layers.Dense(units)

    def call(self, inputs):
        return self.scale * self.dense(inputs)

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units, "scale": self.scale})
        return config


def keep(model, path):
    model.save(path)
