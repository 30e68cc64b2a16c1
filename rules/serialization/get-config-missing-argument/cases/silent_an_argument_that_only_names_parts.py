from keras import layers


# %% at once
class Attention(layers.Layer):
    def __init__(self, units=4, prefix="", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = layers.Dense(units, name=prefix + "dense")

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% by way of an attribute
class Block(layers.Layer):
    def __init__(self, units=4, block=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.block = block if block is not None else "block"
        prefix = f"{self.block}_"
        self.dense = layers.Dense(units, name=prefix + "dense")

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% what is written into a text
class Formatted(layers.Layer):
    def __init__(self, place=0, units=4, **kwargs):
        super().__init__(**kwargs)
        self.place = place
        self.units = units
        self.up = layers.Dense(units, name="up_{}".format(place))
        self.out = layers.Dense(1, name="out_" + str(self.place))

    def call(self, x):
        return self.out(self.up(x))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
