import tensorflow as tf
from tensorflow.keras import backend as K
from tensorflow.keras.layers import Layer


class PixelNorm(Layer):
    def __init__(self, epsilon=1e-8, **kwargs):
        super(PixelNorm, self).__init__(**kwargs)
        self.epsilon = epsilon

    def call(self, inputs):
        # squares, mean over channels
        values = inputs**2.0
        mean_values = K.mean(values, axis=-1, keepdims=True)
        mean_values += self.epsilon  # LL311
        l2 = K.sqrt(mean_values)
        return inputs / l2

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"epsilon": self.epsilon})
        return config


def mapping(policy="mixed_float16"):
    tf.keras.mixed_precision.set_global_policy(policy)
    z = tf.keras.Input((4,))
    return tf.keras.Model(z, PixelNorm()(z))
