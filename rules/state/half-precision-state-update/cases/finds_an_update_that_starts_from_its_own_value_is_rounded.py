# %% keras-self.steps.assign(self.steps + 1.0)
import keras
import tensorflow as tf


class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps + 1.0)  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% keras-self.steps.assign(1.0 + self.steps)
import keras
import tensorflow as tf


class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(1.0 + self.steps)  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% keras-self.steps.assign(self.steps * 0.99 + 0.01 * tf.reduce_mean(x))
import keras
import tensorflow as tf


class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps * 0.99 + 0.01 * tf.reduce_mean(x))  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% keras-steps = tf.cast(self.steps, tf.float32); self.steps.assign(st...
import keras
import tensorflow as tf


class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            steps = tf.cast(self.steps, tf.float32); self.steps.assign(steps + 1.0)  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% keras-self.steps.assign(tf.minimum(self.steps + 1.0, 1e6))
import keras
import tensorflow as tf


class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(tf.minimum(self.steps + 1.0, 1e6))  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% keras-self.steps.assign(tf.add(self.steps.read_value(), 1.0))
import keras
import tensorflow as tf


class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(tf.add(self.steps.read_value(), 1.0))  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% tf_keras-self.steps.assign(self.steps + 1.0)
import tf_keras
import tensorflow as tf


class Counter(tf_keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps + 1.0)  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% tf_keras-self.steps.assign(1.0 + self.steps)
import tf_keras
import tensorflow as tf


class Counter(tf_keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(1.0 + self.steps)  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% tf_keras-self.steps.assign(self.steps * 0.99 + 0.01 * tf.reduce_mea...
import tf_keras
import tensorflow as tf


class Counter(tf_keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps * 0.99 + 0.01 * tf.reduce_mean(x))  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% tf_keras-steps = tf.cast(self.steps, tf.float32); self.steps.assign...
import tf_keras
import tensorflow as tf


class Counter(tf_keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            steps = tf.cast(self.steps, tf.float32); self.steps.assign(steps + 1.0)  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% tf_keras-self.steps.assign(tf.minimum(self.steps + 1.0, 1e6))
import tf_keras
import tensorflow as tf


class Counter(tf_keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(tf.minimum(self.steps + 1.0, 1e6))  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% tf_keras-self.steps.assign(tf.add(self.steps.read_value(), 1.0))
import tf_keras
import tensorflow as tf


class Counter(tf_keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(tf.add(self.steps.read_value(), 1.0))  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)
