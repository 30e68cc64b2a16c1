import numpy as np
import random
import keras
import tensorflow as tf
from tensorflow.keras import backend as K


# %% self.w = tf.random.normal((3, 4))
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.normal((3, 4))  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = tf.random.normal(shape, stddev=0.1)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.normal(shape, stddev=0.1)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = tf.random.uniform(shape, -1.0, 1.0)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.uniform(shape, -1.0, 1.0)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = tf.random.normal(shape, seed=None)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.normal(shape, seed=None)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = keras.random.normal(shape)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = keras.random.normal(shape)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = K.random_normal(shape)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = K.random_normal(shape)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = np.random.randn(3, 4)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = np.random.randn(3, 4)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = np.random.normal(size=shape).astype('float32')
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = np.random.normal(size=shape).astype('float32')  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = np.random.uniform(-1, 1, (3, 4))
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = np.random.uniform(-1, 1, (3, 4))  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = np.random.permutation(3)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = np.random.permutation(3)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = tf.constant(np.random.normal(0, 1, shape), dtype=tf.float32)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.constant(np.random.normal(0, 1, shape), dtype=tf.float32)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = tf.cast(tf.random.uniform(shape) > 0.5, tf.float32)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.cast(tf.random.uniform(shape) > 0.5, tf.float32)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = 2 * np.pi * tf.random.uniform(shape)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = 2 * np.pi * tf.random.uniform(shape)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% w = tf.random.normal(shape); self.w = w / tf.norm(w)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        w = tf.random.normal(shape); self.w = w / tf.norm(w)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% rng = np.random.default_rng(); self.w = rng.normal(size=shape)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        rng = np.random.default_rng(); self.w = rng.normal(size=shape)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = np.random.RandomState().randn(3, 4)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = np.random.RandomState().randn(3, 4)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = self.draw(shape)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = self.draw(shape)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% q, _ = np.linalg.qr(np.random.randn(3, 3)); self.w = q
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        q, _ = np.linalg.qr(np.random.randn(3, 3)); self.w = q  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = np.linalg.qr(np.random.randn(3, 3))[0]
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = np.linalg.qr(np.random.randn(3, 3))[0]  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = keras.initializers.RandomNormal()(shape)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = keras.initializers.RandomNormal()(shape)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% init = tf.random_normal_initializer(); self.w = init(shape)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        init = tf.random_normal_initializer(); self.w = init(shape)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = keras.initializers.get('glorot_uniform')(shape)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = keras.initializers.get('glorot_uniform')(shape)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = random.sample(range(10), 3)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = random.sample(range(10), 3)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = np.arange(3); np.random.shuffle(self.w)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = np.arange(3); np.random.shuffle(self.w)  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% order = list(range(3)); random.shuffle(order); self.w = order
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        order = list(range(3)); random.shuffle(order); self.w = order  # LL219

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w
