import tensorflow as tf
from tensorflow import keras


class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.near = self.add_weight(shape=(4,), name="near", trainable=False)
        self.far = self.add_weight(shape=(4,), name="far", trainable=False)

    def call(self, inputs, training=None, distant=False):
        store = self.near if training else self.far
        if distant:
            store = self.far
        store.assign(0.9 * store + 0.1 * tf.reduce_mean(inputs, axis=0))  # LL102
        return inputs - store
