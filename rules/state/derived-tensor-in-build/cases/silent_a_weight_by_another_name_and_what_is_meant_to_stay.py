import numpy as np
import tensorflow as tf
import tensorflow_probability as tfp
from tensorflow import keras
from keras import ops


# %% self.mix = self.w-x @ self.mix
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = self.w

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = self.all[0]-x @ self.mix
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = self.all[0]

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = tf.exp(self.state)-x @ self.mix
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.exp(self.state)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = tf.stop_gradient(self.w)-x @ self.mix
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.stop_gradient(self.w)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = tf.linalg.LinearOperatorFullMatrix(self.w)-self.mix.matm...
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.linalg.LinearOperatorFullMatrix(self.w)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return self.mix.matmul(x)


# %% self.mix = self.w.shape-tf.reshape(x, self.mix)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = self.w.shape

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return tf.reshape(x, self.mix)


# %% self.mix = tf.shape(self.w)-tf.reshape(x, self.mix)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.shape(self.w)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return tf.reshape(x, self.mix)


# %% self.mix = tf.zeros_like(self.w)-x @ self.mix
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.zeros_like(self.w)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix


# %% self.mix = lambda: tf.exp(self.w)-x @ self.mix()
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = lambda: tf.exp(self.w)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix()


# %% self.mix = keras.layers.Dense(3, kernel_initializer=self.w)-self.mi...
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = keras.layers.Dense(3, kernel_initializer=self.w)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return self.mix(x)


# %% self.mix = tfp.distributions.Normal(self.w, 1.0)-self.mix.log_prob(x)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tfp.distributions.Normal(self.w, 1.0)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return self.mix.log_prob(x)


# %% self.mix = tf.exp(self.w)-x @ self.w
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.exp(self.w)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.w


# %% self.initial = tf.identity(self.w)-x @ (self.w - self.initial)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.initial = tf.identity(self.w)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ (self.w - self.initial)


# %% self.mix = tf.identity(self.w)-x @ (self.w - self.mix)
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.identity(self.w)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ (self.w - self.mix)


# %% made14-x * self.norm_0
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.norm_0 = self.add_weight(name='n', shape=(), initializer=keras.initializers.Constant(tf.norm(self.w)))

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x * self.norm_0


# %% an inherited weight by another name, from which call computes what it is replaced by
import tensorflow as tf


class NormalizedDense(tf.keras.layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.unnormed_kernel = self.kernel

    def call(self, inputs):
        self.kernel = tf.nn.l2_normalize(self.unnormed_kernel, axis=0)
        return super().call(inputs)
