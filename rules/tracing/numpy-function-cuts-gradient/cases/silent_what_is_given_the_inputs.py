import tensorflow as tf


def blurred(batch):
    return (batch + batch[:, ::-1]) / 2


class Smooth(tf.keras.layers.Layer):
    """Nothing that is trained stands in front of the function."""

    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.conv = tf.keras.layers.Conv2D(filters, 3, padding="same")

    def call(self, x):
        smooth = tf.numpy_function(blurred, [x], tf.float32)
        smooth.set_shape(x.shape)
        return self.conv(smooth)


inputs = tf.keras.Input((16, 16, 3))
model = tf.keras.Model(inputs, Smooth(4)(inputs))
