import tensorflow as tf

BIG = 1e9


# %% by the name of a name
class Attention(tf.keras.layers.Layer):
    def call(self, scores, mask):
        low = tf.cast(-BIG, scores.dtype)
        return tf.nn.softmax(scores + (1.0 - tf.cast(mask, scores.dtype)) * low)  # LL310
