import tensorflow as tf
from tensorflow import keras


class Thin(keras.layers.Layer):
    def call(self, x, mode="eval"):  # LL108
        if mode == "train":
            x = tf.nn.dropout(x, rate=0.5)
        return x
