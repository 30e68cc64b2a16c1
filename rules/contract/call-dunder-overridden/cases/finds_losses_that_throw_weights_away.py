# Run on both generations: with weights of zero for all samples the kernel moves by 1.19; without the argument fit raises.
import tensorflow as tf
from tensorflow import keras


# %% the weights are not read
class Squares(keras.losses.Loss):
    def __call__(self, y_true, y_pred, sample_weight=None):  # LL407
        return tf.reduce_mean(tf.square(y_true - y_pred))


# %% the base's `call` knows nothing of weights
class Priced(keras.losses.CategoricalCrossentropy):
    def __init__(self, price):
        super().__init__()
        self.price = price

    def __call__(self, y_true, y_pred, sample_weight=None):  # LL407
        return tf.reduce_mean(self.price * super().call(y_true, y_pred))


# %% they cannot be given
class Squares(keras.losses.Loss):
    def __call__(self, y_true, y_pred):  # LL407
        return tf.reduce_mean(tf.square(y_true - y_pred))
