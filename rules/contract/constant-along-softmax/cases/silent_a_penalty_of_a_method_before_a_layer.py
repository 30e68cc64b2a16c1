import tensorflow as tf
from tensorflow.keras import layers


class CoAttention(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.project = layers.Dense(units)
        self.soft = layers.Softmax(axis=-1)
        self.pool = layers.Softmax(axis=1)

    def penalty(self, mask):
        return (1.0 - tf.expand_dims(tf.cast(mask, "float32"), 1)) * -1e4

    def spread(self, mask):
        return (1.0 - tf.expand_dims(tf.cast(mask, "float32"), -1)) * -1e4

    def call(self, inputs):
        question, context, mask = inputs
        scores = tf.matmul(self.project(question), self.project(context), transpose_b=True)
        scores = scores + self.penalty(mask)
        return tf.matmul(self.soft(scores), context)

    def pooled(self, context, mask):
        scores = self.project(context)
        return self.pool(scores + self.spread(mask))
