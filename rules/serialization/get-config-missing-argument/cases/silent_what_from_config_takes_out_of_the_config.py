"""A `from_config` that hands on what one key holds: what is in there is not followed."""

from keras import layers


class Block(layers.Layer):
    def __init__(self, units=4, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Dense(units)
        self.units, self.rate = units, rate

    def call(self, inputs):
        return self.inner(inputs) * self.rate

    def get_config(self):
        config = super().get_config()
        config["options"] = {"units": self.units, "rate": self.rate}
        return config

    @classmethod
    def from_config(cls, config):
        return cls(**config["options"])


class Popping(Block):
    def __init__(self, units=4, rate=0.1, scale=2.0, **kwargs):
        super().__init__(units, rate, **kwargs)
        self.scale = scale

    def call(self, inputs):
        return super().call(inputs) * self.scale

    def get_config(self):
        config = super().get_config()
        config["options"].update({"scale": self.scale})
        return config

    @classmethod
    def from_config(cls, config):
        options = config.pop("options")
        return cls(**options)
