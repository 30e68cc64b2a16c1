import keras
from keras import layers, ops

keras.mixed_precision.set_global_policy("mixed_bfloat16")


class Tokens(layers.Layer):
    def __init__(self, vocab=5000, dim=8, **kwargs):
        super().__init__(**kwargs)
        self.table = layers.Embedding(vocab, dim)

    def call(self, ids):
        return self.table(ids)


# %% an input of whole numbers


def whole(length):
    ids = keras.Input((length,), dtype="int32")
    return keras.Model(ids, Tokens()(ids))


# %% few enough rows, or nobody knows how many


def few(length, vocab):
    ids = keras.Input((length,))
    return keras.Model(ids, [Tokens(200)(ids), Tokens(vocab)(ids)])


# %% a layer of float32, and an embedding of Keras, which is handed the floats as they are


def exact(length):
    ids = keras.Input((length,))
    return keras.Model(ids, [Tokens(dtype="float32")(ids), layers.Embedding(5000, 8)(ids)])


class Own(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(autocast=False, **kwargs)
        self.table = layers.Embedding(5000, 8)

    def call(self, ids):
        return self.table(ids)


ids = keras.Input((4,))
out = Own()(ids)

# %% what is looked up is not the input


class Positions(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.table = layers.Embedding(5000, 8)

    def call(self, x):
        return x + self.table(ops.arange(10))


x = keras.Input((10, 8))
out = Positions()(x)
