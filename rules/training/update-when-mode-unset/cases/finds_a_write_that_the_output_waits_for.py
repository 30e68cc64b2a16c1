import tensorflow as tf
from keras import backend as K
from keras.engine import Layer


class Spectral(Layer):
    def build(self, input_shape):
        self.u = self.add_weight(
            name="u", shape=(1, input_shape[-1]), initializer="normal", trainable=False
        )
        super().build(input_shape)

    def call(self, inputs, training=None):
        found = K.l2_normalize(K.mean(inputs, axis=0, keepdims=True))
        if training in {0, False}:
            return inputs * self.u
        with tf.control_dependencies([self.u.assign(found)]):  # LL105
            return inputs * found
