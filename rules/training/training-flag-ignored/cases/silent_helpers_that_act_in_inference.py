"""Without the flag such a helper does more than it should, and nothing less in training."""

import keras


class Clip(keras.layers.Layer):
    def build(self, shape):
        self.top = self.add_weight(name="top", shape=(), initializer="ones", trainable=False)

    def call(self, x, training=None):
        return self.clip(x) * 2.0

    def clip(self, x, training=None):
        if not training:
            x = keras.ops.minimum(x, self.top)
        return x
