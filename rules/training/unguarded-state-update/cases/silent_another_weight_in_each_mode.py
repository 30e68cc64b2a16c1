import tensorflow as tf
from tensorflow import keras


class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(shape=(4,), name="seen", trainable=False)
        self.validated = self.add_weight(shape=(4,), name="validated", trainable=False)

    def call(self, inputs, training=None):
        if training in {1, True}:
            store = self.seen
        elif training in {0, False}:
            store = self.validated
        else:
            store = self.seen
        store.assign(0.9 * store + 0.1 * tf.reduce_mean(inputs, axis=0))
        return inputs - store
