from keras import layers


# %% the layer itself is called that way
class Named(layers.Layer):
    def __init__(self, prefix="named", **kwargs):
        super().__init__(name=prefix, **kwargs)
        self.dense = layers.Dense(4, name=prefix + "dense")

    def call(self, x):
        return self.dense(x)

    def get_config(self):  # LL502
        return {**super().get_config()}


# %% and something is chosen by it
class Chosen(layers.Layer):
    def __init__(self, kind="relu", **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4, activation=kind, name=kind + "_dense")

    def call(self, x):
        return self.dense(x)

    def get_config(self):  # LL502
        return {**super().get_config()}


# %% a text that is computed with
class Reported(layers.Layer):
    def __init__(self, place=0, units=4, **kwargs):
        super().__init__(**kwargs)
        self.place = place
        self.units = units
        self.up = layers.Dense(units, name="up_{}".format(place))

    def call(self, x):
        return self.up(x) * int(str(self.place))

    def get_config(self):  # LL502
        return {**super().get_config(), "units": self.units}
