import tensorflow as tf
from tensorflow.keras import layers as L


class ConvUnit(L.Layer):
    mode = dict(training=False)

    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.stages = [L.Conv2D(filters, 3, padding="same"), L.BatchNormalization()]

    def call(self, x, training=False):
        for stage in self.stages:
            if isinstance(stage, L.BatchNormalization):
                x = stage(x, **self.mode)
            else:
                x = stage(x)
        return tf.nn.relu(x)
