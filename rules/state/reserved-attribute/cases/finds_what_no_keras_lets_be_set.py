# %% keras-weights
import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.weights = value  # LL212

    def call(self, x):
        return x


# %% keras-losses
import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.losses = value  # LL212

    def call(self, x):
        return x


# %% keras-metrics
import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics = value  # LL212

    def call(self, x):
        return x


# %% keras-variables
import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.variables = value  # LL212

    def call(self, x):
        return x


# %% keras-input
import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.input = value  # LL212

    def call(self, x):
        return x


# %% keras-output
import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.output = value  # LL212

    def call(self, x):
        return x


# %% keras-dtype
import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.dtype = value  # LL212

    def call(self, x):
        return x


# %% keras-compute_dtype
import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.compute_dtype = value  # LL212

    def call(self, x):
        return x


# %% keras-trainable_weights
import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.trainable_weights = value  # LL212

    def call(self, x):
        return x


# %% keras-non_trainable_variables
import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.non_trainable_variables = value  # LL212

    def call(self, x):
        return x


# %% tf_keras-weights
import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.weights = value  # LL212

    def call(self, x):
        return x


# %% tf_keras-losses
import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.losses = value  # LL212

    def call(self, x):
        return x


# %% tf_keras-metrics
import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics = value  # LL212

    def call(self, x):
        return x


# %% tf_keras-variables
import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.variables = value  # LL212

    def call(self, x):
        return x


# %% tf_keras-input
import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.input = value  # LL212

    def call(self, x):
        return x


# %% tf_keras-output
import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.output = value  # LL212

    def call(self, x):
        return x


# %% tf_keras-dtype
import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.dtype = value  # LL212

    def call(self, x):
        return x


# %% tf_keras-compute_dtype
import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.compute_dtype = value  # LL212

    def call(self, x):
        return x


# %% tf_keras-trainable_weights
import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.trainable_weights = value  # LL212

    def call(self, x):
        return x


# %% tf_keras-non_trainable_variables
import tf_keras


class Block(tf_keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.non_trainable_variables = value  # LL212

    def call(self, x):
        return x


# %% tensorflow as tf-weights
import tensorflow as tf


class Block(tf.keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.weights = value  # LL212

    def call(self, x):
        return x


# %% tensorflow as tf-losses
import tensorflow as tf


class Block(tf.keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.losses = value  # LL212

    def call(self, x):
        return x


# %% tensorflow as tf-metrics
import tensorflow as tf


class Block(tf.keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics = value  # LL212

    def call(self, x):
        return x


# %% tensorflow as tf-variables
import tensorflow as tf


class Block(tf.keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.variables = value  # LL212

    def call(self, x):
        return x


# %% tensorflow as tf-input
import tensorflow as tf


class Block(tf.keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.input = value  # LL212

    def call(self, x):
        return x


# %% tensorflow as tf-output
import tensorflow as tf


class Block(tf.keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.output = value  # LL212

    def call(self, x):
        return x


# %% tensorflow as tf-dtype
import tensorflow as tf


class Block(tf.keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.dtype = value  # LL212

    def call(self, x):
        return x


# %% tensorflow as tf-compute_dtype
import tensorflow as tf


class Block(tf.keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.compute_dtype = value  # LL212

    def call(self, x):
        return x


# %% tensorflow as tf-trainable_weights
import tensorflow as tf


class Block(tf.keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.trainable_weights = value  # LL212

    def call(self, x):
        return x


# %% tensorflow as tf-non_trainable_variables
import tensorflow as tf


class Block(tf.keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.non_trainable_variables = value  # LL212

    def call(self, x):
        return x
