import keras
import tensorflow as tf

# %% a setting is tested, and the step in the graph


class Ramp(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, top, warm=None):
        self.top = top
        self.warm = warm

    def __call__(self, step):
        if self.warm is None or self.warm < 1:
            return self.top
        return tf.where(step < self.warm, self.top * step / self.warm, self.top)

    def get_config(self):
        return {"top": self.top, "warm": self.warm}


# %% a number, taken out of the graph


class Table(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        if step.numpy() < 10:
            return 0.1
        return 0.01

    def get_config(self):
        return {}


# %% an object that is no schedule of Keras


class Plain:
    def __call__(self, step):
        return 0.1 if step < 10 else 0.01


# %% a function that Keras calls with the number of the epoch


def rate(epoch, current):
    return current if epoch < 10 else current * 0.9


callback = keras.callbacks.LearningRateScheduler(rate)
