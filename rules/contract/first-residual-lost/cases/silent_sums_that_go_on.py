import keras
import tensorflow as tf
from keras import layers

# %% the sum is added again, under a name of its own or that of the input


class Right(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)
        self.ffn = layers.Dense(8)
        self.norm1 = layers.LayerNormalization()
        self.norm2 = layers.LayerNormalization()

    def call(self, inputs):
        y = self.norm1(inputs + self.mha(inputs, inputs))
        return self.norm2(y + self.ffn(y))


class Rebound(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)
        self.ffn = layers.Dense(8)

    def call(self, x):
        x = x + self.mha(x, x)
        x = x + self.ffn(x)
        return x


# %% side by side, and three terms


class Parallel(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)
        self.ffn = layers.Dense(8)

    def call(self, x):
        return x + self.mha(x, x) + self.ffn(x)


class Three(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)
        self.ffn = layers.Dense(8)

    def call(self, x):
        attended = self.mha(x, x)
        z = self.ffn(x + attended)
        return x + z + attended

    def other(self, x):
        y = x + self.mha(x, x)
        return x + self.ffn(y) + y


# %% no attention of steps: a long connection around blocks of images


class Group(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.channel_attention = layers.Dense(8, activation="sigmoid")
        self.conv = layers.Conv2D(8, 3, padding="same")

    def call(self, x):
        y = x + self.channel_attention(x)
        return x + self.conv(y)


class Around(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.conv1 = layers.Conv2D(8, 3, padding="same")
        self.conv2 = layers.Conv2D(8, 3, padding="same")

    def call(self, x):
        y = tf.nn.relu(x + self.conv1(x))
        return x + self.conv2(y)


# %% the first sum is of something else


class Positions(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.positions = layers.Embedding(9, 8)
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x, steps):
        queries = x + self.positions(steps)
        return x + self.mha(queries, x)
