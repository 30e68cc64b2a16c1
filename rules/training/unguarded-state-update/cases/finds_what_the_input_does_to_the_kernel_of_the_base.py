import tensorflow as tf
from tensorflow import keras


# %% a rule of learning by hand
class Hebbian(keras.layers.Dense):
    def call(self, x):
        y = super().call(x)
        self.kernel.assign(self.kernel + 0.01 * tf.matmul(x, y, transpose_a=True))  # LL102
        return y


# %% a statistic that is called as a weight is
class Whitening(keras.layers.Layer):
    def build(self, shape):
        self.kernel = self.add_weight(name="kernel", shape=(shape[-1],), trainable=False)

    def call(self, x):
        self.kernel.assign(self.kernel * 0.9)  # LL102
        return x * self.kernel
