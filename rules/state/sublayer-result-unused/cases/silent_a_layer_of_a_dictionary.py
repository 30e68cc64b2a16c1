import tensorflow as tf
from tensorflow.keras import layers


class ResBlock(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.ops = {
            "conv1": layers.Conv2D(filters, 3, padding="same"),
            "conv2": layers.Conv2D(filters, 3, padding="same"),
            "skip": layers.Conv2D(filters, 1),
        }

    def call(self, inputs):
        x = tf.nn.relu(self.ops["conv1"](inputs))
        skip = self.ops["skip"](inputs)
        x = self.ops["conv2"](x)
        return tf.nn.relu(x + skip)
