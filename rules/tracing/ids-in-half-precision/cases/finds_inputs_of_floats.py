import keras
import tensorflow as tf
from keras import layers, ops

keras.mixed_precision.set_global_policy("mixed_bfloat16")

# %% a table of the layer's own


class Tokens(layers.Layer):
    def __init__(self, vocab, dim, **kwargs):
        super().__init__(**kwargs)
        self.vocab = vocab
        self.dim = dim

    def build(self, shape):
        self.table = self.add_weight(shape=(self.vocab, self.dim), name="table")

    def call(self, ids):
        whole = ops.cast(ids, "int32")
        return ops.take(self.table, whole, axis=0)


def model(length):
    ids = keras.Input((length,), name="ids")  # LL317
    return keras.Model(ids, layers.Dense(2)(Tokens(30000, dim=8)(ids)))


# %% an embedding that the layer holds, with a constant of the module

VOCAB = 8000


class Embedded(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.tokens = layers.Embedding(VOCAB, 16)
        self.positions = layers.Embedding(64, 16)

    def call(self, x):
        steps = ops.arange(64)
        return self.tokens(x) + self.positions(steps)


def embedded():
    x = layers.Input(shape=(64,))  # LL317
    embed = Embedded()
    return keras.Model(x, embed(x))


# %% one layer behind the other


class Hot(layers.Layer):
    def __init__(self, depth=1000, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, ids):
        return tf.one_hot(tf.cast(ids, "int32"), self.depth)


stack = keras.Sequential([keras.Input((5,)), Hot(), layers.Dense(2)])  # LL317

# %% a table that TensorFlow gathers from


class Gathered(layers.Layer):
    def build(self, shape):
        self.rows = self.add_weight(shape=(600, 8), name="rows")

    def call(self, inputs):
        return tf.gather(self.rows, tf.cast(inputs, tf.int32))


ids = keras.Input((3,))  # LL317
out = Gathered()(ids)
