import tensorflow as tf
from tensorflow.keras import layers


class CoAttention(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.project = layers.Dense(units)
        self.soft = layers.Softmax(axis=-1)

    def penalty(self, mask):
        return (1.0 - tf.expand_dims(tf.cast(mask, "float32"), -1)) * -1e4

    def call(self, inputs):
        question, context, mask = inputs
        scores = tf.matmul(self.project(question), self.project(context), transpose_b=True)
        scores = scores + self.penalty(mask)  # LL433
        return tf.matmul(self.soft(scores), context)


# %% the layer is an activation


def attend(question, context, mask):
    scores = tf.matmul(question, context, transpose_b=True)
    scores += (1.0 - mask)[:, :, None] * -1e4  # LL433
    weights = layers.Activation("softmax")(scores)
    return tf.matmul(weights, context)
