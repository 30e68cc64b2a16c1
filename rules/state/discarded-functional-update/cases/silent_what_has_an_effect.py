import keras
import tensorflow as tf
from keras import ops
from tensorflow.keras import backend as K


# %% x = self.dropout(x)
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
        x = self.dropout(x)
        return x


# %% self.statistics(x)
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
        self.statistics(x)
        return x


# %% self.norm(x, training=True) x = self.norm(x, training=False)
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
        self.norm(x, training=True)
        x = self.norm(x, training=False)
        return x


# %% self.norm(x) x = x - self.norm.moving_mean
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
        self.norm(x)
        x = x - self.norm.moving_mean
        return x


# %% self.penalty(x)
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
        self.penalty(x)
        return x


# %% self.regular(x)
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
        self.regular(x)
        return x


# %% self.callback(x)
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
        self.callback(x)
        return x


# %% self.helper(x)
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
        self.helper(x)
        return x


# %% for layer in self.mixed: layer(x)
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
        for layer in self.mixed:
            layer(x)
        return x


# %% self.steps.assign(1.0)
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
        self.steps.assign(1.0)
        return x


# %% K.update(self.steps, 1.0)
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
        K.update(self.steps, 1.0)
        return x


# %% tf.compat.v1.scatter_update(self.steps, [0], [1.0])
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
        tf.compat.v1.scatter_update(self.steps, [0], [1.0])
        return x


# %% tf.debugging.assert_positive(x)
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
        tf.debugging.assert_positive(x)
        return x


# %% tf.debugging.check_numerics(x, 'x')
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
        tf.debugging.check_numerics(x, 'x')
        return x


# %% tf.ensure_shape(x, (None, 3))
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
        tf.ensure_shape(x, (None, 3))
        return x


# %% tf.print(x)
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
        tf.print(x)
        return x


# %% tf.identity(x, name='features')
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
        tf.identity(x, name='features')
        return x


# %% tf.summary.scalar('x', tf.reduce_mean(x))
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
        tf.summary.scalar('x', tf.reduce_mean(x))
        return x


# %% self.add_loss(tf.reduce_sum(x))
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
        self.add_loss(tf.reduce_sum(x))
        return x


# %% keras.activations.get('relu')
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
        keras.activations.get('relu')
        return x


# %% try: tf.reshape(x, (-1, 3)) except ValueError: raise
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
        try:
            tf.reshape(x, (-1, 3))
        except ValueError:
            raise
        return x


# %% self.dense(tf.zeros((1, 3)))
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
        self.dense(tf.zeros((1, 3)))
        return x


# %% if not self.dense.built: self.dense(x)
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
        if not self.dense.built:
            self.dense(x)
        return x


# %% self.dense(x) x = x @ self.dense.kernel
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
        self.dense(x)
        x = x @ self.dense.kernel
        return x
