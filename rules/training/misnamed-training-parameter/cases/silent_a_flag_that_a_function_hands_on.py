"""A function is given the layer, and passes it the flag in its place."""

import tensorflow as tf

# %% the layers of a block go through one helper


class Projection(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.norm = tf.keras.layers.BatchNormalization()
        self.dense = tf.keras.layers.Dense(units)

    def call(self, features, is_training=False):
        return tf.nn.relu(self.norm(self.dense(features), is_training))


def project(features, layer, is_training):
    flat = tf.reshape(features, [-1, features.shape[-1]])
    return layer(flat, is_training)


class Attention(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.query = Projection(units)

    def call(self, features, training=None):
        return project(features, self.query, training)
