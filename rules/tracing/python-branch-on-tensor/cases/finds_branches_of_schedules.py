import math

import keras
import tensorflow as tf

# %% a warm-up


class Ramp(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, top, warm):
        self.top = top
        self.warm = warm

    def __call__(self, step):
        if step < self.warm:  # LL303
            return self.top * step / self.warm
        return self.top

    def get_config(self):
        return {"top": self.top, "warm": self.warm}


# %% a conditional expression, and a step that was cast


class Steps(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base):
        self.base = base

    def __call__(self, step):
        step = tf.cast(step, tf.float32)
        done = step / 1000.0
        return self.base if done <= 1.0 and self.base > 0 else self.base * math.exp(-1)  # LL303

    def get_config(self):
        return {"base": self.base}
