import tensorflow as tf
from tensorflow import keras


# %% it does
class Far(keras.losses.Loss):
    def __init__(self, scale, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale

    def call(self, y_true, y_pred):
        return tf.abs(y_true - y_pred) * self.scale


# %% these bases have no constructor
class Clip(keras.constraints.Constraint):
    def __init__(self, limit):
        self.limit = limit

    def __call__(self, w):
        return tf.clip_by_value(w, -self.limit, self.limit)


class Spread(keras.initializers.Initializer):
    def __init__(self, scale):
        self.scale = scale

    def __call__(self, shape, dtype=None):
        return self.scale * tf.ones(shape, dtype)


class Small(keras.regularizers.Regularizer):
    def __init__(self, scale):
        self.scale = scale

    def __call__(self, w):
        return self.scale * tf.reduce_sum(tf.square(w))


# %% no constructor at all
class Far(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.abs(y_true - y_pred)
