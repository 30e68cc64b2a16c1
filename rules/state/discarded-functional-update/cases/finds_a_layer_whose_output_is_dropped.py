import keras
import tensorflow as tf
from keras import ops
from tensorflow.keras import backend as K


# %% self.dropout(x, training=training)
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
        self.dropout(x, training=training)  # LL213
        return x


# %% self.dense(x)
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
        self.dense(x)  # LL213
        return x


# %% self.dropout(self.dense(x))
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
        self.dropout(self.dense(x))  # LL213
        return x


# %% for layer in self.layers: layer(x)
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
        for layer in self.layers:
            layer(x)  # LL213
        return x


# %% self.layers[0](x)
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
        self.layers[0](x)  # LL213
        return x


# %% if training: self.dropout(x)
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
            self.dropout(x)  # LL213
        return x


# %% self.norm(x, training=training)
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
        self.norm(x, training=training)  # LL213
        return x
