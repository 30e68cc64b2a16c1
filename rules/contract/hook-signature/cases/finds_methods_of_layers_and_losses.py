# %% a layer
import keras


class Scale(keras.layers.Layer):
    def call(self, x):
        return x * 2

    def compute_mask(self, inputs):  # LL431
        return None

# %% a config that asks for something
import keras


class Scale(keras.layers.Layer):
    def call(self, x):
        return x * 2

    def get_config(self, deep):  # LL431
        return super().get_config()

# %% a loss that waits for weights
import keras
from keras import ops


class Error(keras.losses.Loss):
    def call(self, y_true, y_pred, weight):  # LL431
        return weight * ops.abs(y_true - y_pred)
