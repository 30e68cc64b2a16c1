import tensorflow as tf
from tensorflow import keras


# %% with a config
class Ramp(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, top, steps):
        self.top = top
        self.steps = steps

    def __call__(self, step):
        return self.top * tf.minimum(1.0, tf.cast(step, tf.float32) / self.steps)

    def get_config(self):
        return {"top": self.top, "steps": self.steps}


def train(model):
    model.compile(keras.optimizers.Adam(Ramp(0.1, 100)), "mse")
    model.save("ramp.keras")


# %% nothing is saved whole
class Ramp(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, top, steps):
        self.top = top
        self.steps = steps

    def __call__(self, step):
        return self.top * tf.minimum(1.0, tf.cast(step, tf.float32) / self.steps)


def train(model, x, y):
    model.compile(keras.optimizers.Adam(Ramp(0.1, 100)), "mse")
    model.fit(x, y)
    model.save_weights("ramp.weights.h5")
