import tensorflow as tf
from tensorflow.keras import layers


# %% a sublayer
class Reverse(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(2)

    def call(self, x):
        @tf.custom_gradient
        def reverse(x):
            def back(upstream):  # LL314
                return -upstream

            return self.dense(x), back

        return reverse(x)


# %% in a helper
class Scale(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=())

    def scaled(self, x):
        @tf.custom_gradient
        def f(x):
            y = x * self.w

            def grad(upstream):  # LL314
                return upstream * self.w

            return y, grad

        return f(x)

    def call(self, x):
        return self.scaled(x)


# %% another order
class Shift(layers.Layer):
    def build(self, input_shape):
        self.b = self.add_weight(name="b", shape=(input_shape[-1],))

    def call(self, x):
        @tf.custom_gradient
        def shift(x):
            shifted = x + self.b

            def g(dy):  # LL314
                return tf.clip_by_norm(dy, 1.0)

            return (shifted, g)

        return shift(x)


# %% the decorator imported
from tensorflow import custom_gradient


class Power(layers.Layer):
    def build(self, input_shape):
        self.p = self.add_weight(name="p", shape=())

    def call(self, x):
        @custom_gradient
        def power(x):
            def grad(dy):  # LL314
                return dy

            return tf.pow(x, self.p), grad

        return power(x)
