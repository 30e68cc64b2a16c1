import tensorflow as tf
from tensorflow import keras


class Wrapped(keras.layers.Wrapper):
    def build(self, input_shape):
        self.layer.build(input_shape)
        self.w = self.layer.kernel
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.u = self.add_weight(name="u", shape=(1, 3), trainable=False)
        super().build(input_shape)

    def call(self, inputs, training=None):
        if training:
            self.normalize()
        return self.layer(inputs)

    def normalize(self):
        self.layer.kernel.assign(self.g * tf.nn.l2_normalize(self.w, axis=0))  # LL210
