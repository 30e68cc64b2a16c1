import tensorflow as tf
from tensorflow.keras.layers import Conv2D, Layer


class ChannelMixin:
    def channels(self, shape):
        return shape[-1]


class CBAM(ChannelMixin, Layer):
    def __init__(self, ratio=2, **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio
        self.spatial = Conv2D(1, 7, padding="same", activation="sigmoid")

    def build(self, input_shape):
        c = self.channels(input_shape)
        self.w1 = self.add_weight(name="w1", shape=(c, c // self.ratio))
        self.w2 = self.add_weight(name="w2", shape=(c // self.ratio, c))

    def call(self, x):
        s = tf.reduce_mean(x, axis=[1, 2])
        s = tf.sigmoid(tf.nn.relu(s @ self.w1) @ self.w2)
        x = x * s[:, None, None, :]
        return x * self.spatial(x)
