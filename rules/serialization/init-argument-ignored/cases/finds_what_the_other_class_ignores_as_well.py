# %% nobody makes use of it
from keras import layers


class Encoder(layers.Layer):
    def __init__(self, units=8, smoothing=0.1, **kwargs):  # LL507
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)


class Decoder(layers.Layer):
    def __init__(self, units=8, smoothing=0.1, **kwargs):  # LL507
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)


# %% another class takes other arguments as well
from keras import layers


class Encoder(layers.Layer):
    def __init__(self, units=8, smoothing=0.1, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)
        self.smoothing, self.axis = smoothing, axis

    def call(self, x):
        return self.dense(x) * self.smoothing + self.axis


class Decoder(layers.Layer):
    def __init__(self, units=8, smoothing=0.1, **kwargs):  # LL507
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)
