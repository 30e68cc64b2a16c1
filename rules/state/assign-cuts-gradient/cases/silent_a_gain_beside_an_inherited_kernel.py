import tensorflow as tf
import tf_keras


class Standardized(tf_keras.layers.Conv2D):
    def build(self, input_shape):
        super().build(input_shape)
        self.gain = self.add_weight(name="gain", shape=(self.filters,))

    def call(self, x, training=None):
        if training:
            mean, variance = tf.nn.moments(self.kernel, [0, 1, 2])
            self.kernel.assign((self.kernel - mean) / tf.sqrt(variance))
        return super().call(x)
