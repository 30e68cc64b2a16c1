"""A `from_config` that hands on the config, or a copy of it, adds nothing to it."""

from keras import layers


class Plain(layers.Layer):
    def __init__(self, units=4, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Dense(units)
        self.units, self.rate = units, rate

    def call(self, inputs):
        return self.inner(inputs) * self.rate

    def get_config(self):  # LL502
        return {**super().get_config(), "units": self.units}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


class Copied(Plain):
    def __init__(self, units=4, rate=0.1, shift=0.0, **kwargs):
        super().__init__(units, rate, **kwargs)
        self.shift = shift

    def call(self, inputs):
        return super().call(inputs) + self.shift

    def get_config(self):  # LL502
        return {**super().get_config(), "rate": self.rate}

    @classmethod
    def from_config(cls, config):
        options = dict(config)
        options["units"] = int(options["units"])
        return cls(**options)
