# %% a loss
import keras
from keras import ops


class Parts(keras.losses.Loss):
    def __init__(self, parts=["mse"], **kwargs):  # LL412
        super().__init__(**kwargs)
        parts.append("mae")
        self.parts = parts

    def call(self, y_true, y_pred):
        return ops.abs(y_true - y_pred) * len(self.parts)

# %% a metric
import keras


class Seen(keras.metrics.Metric):
    def __init__(self, options={}, **kwargs):  # LL412
        super().__init__(**kwargs)
        options.update(kwargs)
