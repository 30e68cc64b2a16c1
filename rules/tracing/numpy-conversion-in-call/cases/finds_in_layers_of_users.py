# %% numpy on a tensor
import numpy as np
import tensorflow as tf


class Rank(tf.keras.layers.Layer):
    def call(self, scores):
        hidden = tf.nn.relu(scores)
        order = np.argsort(hidden, axis=-1)  # LL302
        return tf.gather(scores, order, batch_dims=1)
