import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %% both are called
class Block(layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.conv1 = layers.Conv2D(filters, 3, padding="same")
        self.conv2 = layers.Conv2D(filters, 3, padding="same")

    def call(self, x):
        return self.conv1(self.conv2(self.conv1(x)))


# %% left over
class Rest(layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.conv1 = layers.Conv2D(filters, 3, padding="same")
        self.conv2 = layers.Conv2D(filters, 3, padding="same")

    def call(self, x):
        return self.conv1(x)


# %% no weights
class Drops(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dropout1 = layers.Dropout(0.1)
        self.dropout2 = layers.Dropout(0.1)

    def call(self, x, training=None):
        x = self.dropout1(x, training=training)
        return self.dropout1(tf.nn.relu(x), training=training)


# %% called from outside
class Parts(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense1 = layers.Dense(4)
        self.dense2 = layers.Dense(4)

    def call(self, x):
        return self.dense1(self.dense1(x))


def other(parts, x):
    return parts.dense2(x)


# %% another kind
class Kinds(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.layer1 = layers.Dense(4)
        self.layer2 = layers.LayerNormalization()

    def call(self, x):
        return self.layer1(self.layer1(x))


# %% found by its name
class Found(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.step1 = layers.Dense(4)
        self.step2 = layers.Dense(4)

    def call(self, x, steps=2):
        for number in range(steps):
            x = getattr(self, f"step{number + 1}")(x)
        return self.step1(self.step1(x))
