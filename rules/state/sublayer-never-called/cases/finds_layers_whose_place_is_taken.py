import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %% a convolution
class Block(layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.conv1 = layers.Conv2D(filters, 3, padding="same")
        self.conv2 = layers.Conv2D(filters, 3, padding="same")  # LL234

    def call(self, x):
        y = tf.nn.relu(self.conv1(x))
        return x + self.conv1(y)


# %% normalization
class Norms(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.bn_1 = layers.BatchNormalization()
        self.bn_2 = layers.BatchNormalization()  # LL234
        self.bn_3 = layers.BatchNormalization()

    def call(self, x, training=None):
        x = self.bn_1(x, training=training)
        x = self.bn_1(tf.nn.relu(x), training=training)
        return self.bn_3(x, training=training)


# %% made in build
class Late(keras.Model):
    def build(self, shape):
        self.fc1 = layers.Dense(shape[-1])
        self.fc2 = layers.Dense(shape[-1])  # LL234

    def call(self, x):
        return self.fc1(self.fc1(x))


# %% in a method of its own
class Parted(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.layer1 = layers.Dense(8)
        self.layer2 = layers.Dense(8)  # LL234

    def body(self, x):
        x = self.layer1(x)
        return self.layer1(x)

    def call(self, x):
        return self.body(x)
