"""Counts the batches a model was trained on."""

from tensorflow import keras


class BatchCounter(keras.layers.Layer):
    """Passes its input on and counts the training batches."""

    def build(self, input_shape):
        self.seen = self.add_weight(
            name="seen", shape=(), dtype="int32", initializer="zeros", trainable=False
        )

    def call(self, inputs, training=None):
        if training:
            self.seen.assign_add(1)
        return inputs
