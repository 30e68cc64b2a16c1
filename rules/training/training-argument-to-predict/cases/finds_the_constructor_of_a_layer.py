import keras
import tensorflow as tf
from tensorflow.keras.layers import BatchNormalization

# %% Monte Carlo dropout in a list of layers

net = tf.keras.Sequential()
net.add(tf.keras.layers.Dense(8))
net.add(tf.keras.layers.Dropout(0.2, training=True))  # LL113

# %% a layer in a constructor


class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = BatchNormalization(training=False)  # LL113

    def call(self, x):
        return self.norm(x)
