# %% a helper for evaluation asks for inference
import keras
from keras import ops


class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.bank = self.add_weight(name="bank", shape=(16, input_shape[-1]), trainable=False)

    def read(self, query, training=False):
        if training:
            self.bank.assign(self.bank * 0.99)
        return ops.matmul(ops.softmax(ops.matmul(query, ops.transpose(self.bank))), self.bank)

    def call(self, query, training=None):
        if training:
            return self.read(query, training=True)
        return self.read(query)


# %% the flag by position
import tensorflow as tf


class Perturb(tf.keras.layers.Layer):
    def _noise(self, x, training=None):
        return x + tf.random.normal(tf.shape(x)) if training else x

    def call(self, x, training=None):
        return self._noise(x, training)


# %% the flag among other keywords
from tensorflow import keras
import tensorflow as tf


class Encoder(keras.layers.Layer):
    def _encode(self, tokens, mask=None, training=None):
        drawn = tf.nn.dropout(tokens, 0.1) if training else tokens
        return drawn if mask is None else drawn * mask

    def call(self, tokens, mask=None, training=None):
        options = {"mask": mask, "training": training}
        return self._encode(tokens, **options)
