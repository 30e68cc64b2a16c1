import tensorflow as tf
from tensorflow import keras

# %% of a functional model
def tower(x, keep_prob):
    x = keras.layers.Dense(8)(x)
    return keras.layers.Dropout(rate=keep_prob)(x)  # LL607


# %% on the layer
class Block(keras.layers.Layer):
    def __init__(self, keep_rate, **kwargs):
        super().__init__(**kwargs)
        self.keep_rate = keep_rate
        self.drop = keras.layers.SpatialDropout2D(self.keep_rate)  # LL607

    def call(self, x):
        return self.drop(x)


# %% a constant
KEEP_PROB = 0.8
model = keras.Sequential([keras.layers.Dense(4), keras.layers.Dropout(KEEP_PROB)])  # LL607


# %% by the function of TensorFlow
def noisy(x, keep_probability=0.75):
    return tf.nn.dropout(x, rate=keep_probability)  # LL607
