import tensorflow as tf
from tensorflow import keras


# %% handed on
class Tilted(keras.losses.Loss):
    def __init__(self, alpha, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def call(self, y_true, y_pred):
        return tf.reduce_mean(self.alpha * tf.abs(y_true - y_pred), -1)


# %% the base of a regularizer takes nothing
class Lean(keras.regularizers.Regularizer):
    def __init__(self, strength, **kwargs):
        self.strength = strength

    def __call__(self, x):
        return self.strength * tf.reduce_sum(tf.abs(x))

    def get_config(self):
        return {"strength": self.strength}


# %% all but the dtype has a name of its own, and a loss computes in that of its input
class Lifted(keras.losses.Loss):
    def __init__(self, margin=1.0, reduction="sum", name=None, **kwargs):
        super().__init__(reduction=reduction, name=name)
        self.margin = margin

    def call(self, y_true, y_pred):
        return tf.maximum(0.0, self.margin - y_true * y_pred)
