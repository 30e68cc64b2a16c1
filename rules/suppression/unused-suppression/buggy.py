"""Counts the batches that it was trained on."""

from tensorflow import keras


class BatchCounter(keras.layers.Layer):
    def build(self, input_shape):
        self.batches = self.add_weight(
            name="batches", shape=(), initializer="zeros", dtype="int32", trainable=False
        )

    def call(self, inputs, training=None):
        if training:
            self.batches.assign_add(1)  # layerlint: ignore[LL102]  counted on purpose
        return inputs
