# %% a variable in a list
import tensorflow as tf
import keras


class Experts(keras.layers.Layer):
    def __init__(self, count, dim, **kwargs):
        super().__init__(**kwargs)
        self.count, self.dim = count, dim
        self.kernels = [
            tf.Variable(tf.random.normal((dim, dim)), name=f"kernel_{i}")  # LL201
            for i in range(count)
        ]

    def call(self, x):
        return sum(tf.matmul(x, kernel) for kernel in self.kernels)

    def get_config(self):
        return {**super().get_config(), "count": self.count, "dim": self.dim}
