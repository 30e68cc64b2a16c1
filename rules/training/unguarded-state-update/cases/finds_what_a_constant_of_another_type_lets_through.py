import keras
from keras import ops


class EitherOneOrTrue(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        mode = 1 if self.counts else True
        if mode is True:
            self.mean.assign(0.9 * self.mean + 0.1 * ops.mean(x))  # LL102
        return x
