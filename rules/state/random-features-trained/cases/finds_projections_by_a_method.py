import tensorflow as tf
from tensorflow.keras import layers

# %% what the wave is computed with


class RandomFourierFeatures(layers.Layer):
    def __init__(self, features, **kwargs):
        super().__init__(**kwargs)
        self.features = features

    def build(self, input_shape):
        shape = (input_shape[-1], self.features)
        self.omega = self.add_weight(  # LL239
            name="omega", shape=shape, initializer="random_normal"
        )

    def project(self, x):
        return tf.linalg.matmul(x, self.omega)

    def call(self, x):
        z = self.project(x)
        return tf.math.cos(z)
