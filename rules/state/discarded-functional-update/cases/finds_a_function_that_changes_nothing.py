import keras
import tensorflow as tf
from keras import ops
from tensorflow.keras import backend as K


# %% ops.scatter_update(x, [[0]], [1.0])
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        ops.scatter_update(x, [[0]], [1.0])  # LL213
        return x


# %% keras.ops.slice_update(x, [0], [1.0])
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        keras.ops.slice_update(x, [0], [1.0])  # LL213
        return x


# %% tf.tensor_scatter_nd_update(x, [[0]], [1.0])
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        tf.tensor_scatter_nd_update(x, [[0]], [1.0])  # LL213
        return x


# %% tf.clip_by_value(x, 0.0, 1.0)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        tf.clip_by_value(x, 0.0, 1.0)  # LL213
        return x


# %% tf.nn.relu(x)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        tf.nn.relu(x)  # LL213
        return x


# %% tf.nn.dropout(x, 0.5)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        tf.nn.dropout(x, 0.5)  # LL213
        return x


# %% keras.random.dropout(x, 0.5)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        keras.random.dropout(x, 0.5)  # LL213
        return x


# %% tf.random.shuffle(x)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        tf.random.shuffle(x)  # LL213
        return x


# %% tf.stop_gradient(x)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        tf.stop_gradient(x)  # LL213
        return x


# %% tf.concat([x, x], axis=-1)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        tf.concat([x, x], axis=-1)  # LL213
        return x


# %% tf.reshape(x, (-1, 3))
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        tf.reshape(x, (-1, 3))  # LL213
        return x


# %% K.dropout(x, 0.5)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        K.dropout(x, 0.5)  # LL213
        return x


# %% keras.activations.relu(x)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        keras.activations.relu(x)  # LL213
        return x


# %% self.activation(x)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        self.activation(x)  # LL213
        return x


# %% tf.where(x > 0, x, 0.0)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        tf.where(x > 0, x, 0.0)  # LL213
        return x


# %% if training: tf.math.l2_normalize(x)
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
        if training:
            tf.math.l2_normalize(x)  # LL213
        return x
