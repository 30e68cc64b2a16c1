import tensorflow as tf
from tensorflow.keras import layers

# %% not trained


class RandomFourierFeatures(layers.Layer):
    def __init__(self, features, **kwargs):
        super().__init__(**kwargs)
        self.features = features

    def build(self, input_shape):
        shape = (input_shape[-1], self.features)
        self.omega = self.add_weight(
            name="omega", shape=shape, initializer="random_normal", trainable=False
        )

    def project(self, x):
        return tf.linalg.matmul(x, self.omega)

    def call(self, x):
        z = self.project(x)
        return tf.math.cos(z)
