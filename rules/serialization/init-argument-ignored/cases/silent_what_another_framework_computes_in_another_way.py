# %% in place, or with less memory: the result is the same
import keras


class Block(keras.layers.Layer):
    def __init__(self, units, inplace=True, use_checkpoint=False, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units, activation="relu")

    def call(self, x):
        return self.dense(x)


# %% a size that is read off the input where nobody tells it
import keras


class Mask(keras.layers.Layer):
    def __init__(self, rate=0.1, emb_dim=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def build(self, input_shape):
        self.weight = self.add_weight(name="w", shape=(input_shape[-1],))

    def call(self, x):
        return x * self.rate * self.weight


# %% said to be that of another class
import keras


class Normalize(keras.layers.Layer):
    """Normalizes.

    Drop-in replacement of another layer: `momentum` does nothing here.
    """

    def __init__(self, scale=1.0, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale

    def call(self, x):
        return x * self.scale
