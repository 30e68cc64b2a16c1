import tensorflow as tf
from tensorflow import keras


@keras.utils.register_keras_serializable("prep")
class Vocabulary(keras.layers.Layer):
    def __init__(self, size=100, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.table = None

    def _learn(self, counts):
        order = tf.argsort(counts, direction="DESCENDING")
        self.table = tf.argsort(order)  # LL228

    def adapt(self, tokens):
        self._learn(tf.math.bincount(tokens, minlength=self.size))

    def call(self, tokens):
        return tf.gather(self.table, tokens)

    def get_config(self):
        return {**super().get_config(), "size": self.size}
