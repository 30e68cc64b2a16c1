import tensorflow as tf
from tensorflow import keras


# %% handed to the base
class Priced(keras.losses.CategoricalCrossentropy):
    def __call__(self, y_true, y_pred, sample_weight=None):
        return 2.0 * super().__call__(y_true, y_pred, sample_weight)


# %% applied by hand
class Squares(keras.losses.Loss):
    def __call__(self, y_true, y_pred, sample_weight=None):
        squares = tf.reduce_mean(tf.square(y_true - y_pred), -1)
        if sample_weight is not None:
            squares *= sample_weight
        return tf.reduce_mean(squares)


# %% anything is taken
class Squares(keras.losses.Loss):
    def __call__(self, *arguments, **keywords):
        return tf.reduce_mean(arguments[0] - arguments[1])


# %% no class of Keras
class Squares:
    def __call__(self, y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred))


# %% `call` is what a loss defines
class Squares(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred), -1)


# %% its docstring says that it has no effect
class Squares(keras.losses.Loss):
    def __call__(self, y_true, y_pred, sample_weight=None):
        """
        Args:
            sample_weight: not yet implemented.
        """
        return tf.reduce_mean(tf.square(y_true - y_pred))
