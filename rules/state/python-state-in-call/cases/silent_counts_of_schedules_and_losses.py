# %% by the step
import tensorflow as tf


class Warmup(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, steps):
        super().__init__()
        self.peak = peak
        self.steps = steps

    def __call__(self, step):
        return self.peak * tf.minimum(1.0, tf.cast(step, tf.float32) / self.steps)

# %% nobody goes by it
from tensorflow import keras


class Counted(keras.losses.Loss):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.traces = 0

    def call(self, y_true, y_pred):
        self.traces += 1
        return keras.ops.mean(keras.ops.square(y_true - y_pred), axis=-1)
