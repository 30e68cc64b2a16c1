# %% a schedule that counts its calls
import tensorflow as tf


class Warmup(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, steps):
        super().__init__()
        self.peak = peak
        self.steps = steps
        self.calls = 0

    def __call__(self, step):
        self.calls += 1  # LL207
        return self.peak * min(1.0, self.calls / self.steps)

# %% a loss that grows
from tensorflow import keras


class Annealed(keras.losses.Loss):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.share = 0.0

    def call(self, y_true, y_pred):
        self.share = self.share + 0.01  # LL207
        return self.share * keras.ops.mean(keras.ops.square(y_true - y_pred), axis=-1)
