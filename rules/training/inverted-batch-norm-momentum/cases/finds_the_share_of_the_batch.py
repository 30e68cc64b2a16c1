# %% PyTorch's defaults
from tensorflow.keras import layers

x = layers.BatchNormalization(momentum=0.1, epsilon=1e-5)(x)  # LL161


# %% by a name
import tensorflow as tf

BN_MOMENTUM = 0.03


class Stem(tf.keras.layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.conv = tf.keras.layers.Conv2D(filters, 3)
        self.bn = tf.keras.layers.BatchNormalization(-1, momentum=BN_MOMENTUM)  # LL161

    def call(self, x, training=None):
        return self.bn(self.conv(x), training=training)


# %% by default, and by position
import keras


def block(x, filters, momentum=0.1):
    x = keras.layers.Conv2D(filters, 3)(x)
    x = keras.layers.BatchNormalization(momentum=momentum)(x)  # LL161
    return keras.layers.BatchNormalization(-1, 0.01)(x)  # LL161


# %% of a model over replicas
from tensorflow import keras

norm = keras.layers.experimental.SyncBatchNormalization(momentum=0.1)  # LL161
