import tensorflow as tf
from tensorflow.keras import layers


# %% taken
class Scale(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=())

    def call(self, x):
        @tf.custom_gradient
        def f(x):
            def grad(upstream, variables=None):
                return upstream, [tf.reduce_sum(upstream)]

            return x * self.w, grad

        return f(x)


# %% no weight
class Reverse(layers.Layer):
    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x):
        @tf.custom_gradient
        def f(x):
            def grad(upstream):
                return -self.rate * upstream

            return tf.identity(x), grad

        return f(x)


# %% a weight in the gradient alone
class Tempered(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(), trainable=False)

    def call(self, x):
        @tf.custom_gradient
        def f(x):
            def grad(upstream):
                return upstream * self.w

            return tf.identity(x), grad

        return f(x)


# %% a weight as an argument
class Given(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=())

    def call(self, x):
        @tf.custom_gradient
        def f(x, w):
            def grad(upstream):
                return upstream * w, tf.reduce_sum(upstream * x)

            return x * w, grad

        return f(x, tf.convert_to_tensor(self.w))


# %% any keywords
class Any(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=())

    def call(self, x):
        @tf.custom_gradient
        def f(x):
            def grad(upstream, **kwargs):
                return upstream, [upstream]

            return x * self.w, grad

        return f(x)
