import tensorflow as tf
from tensorflow import keras


# %% the schedule of a tutorial
class Warmup(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, width, warmup=4000):  # LL501
        super().__init__()
        self.width = tf.cast(width, tf.float32)
        self.warmup = warmup

    def __call__(self, step):
        step = tf.cast(step, tf.float32)
        return tf.math.rsqrt(self.width) * tf.minimum(tf.math.rsqrt(step), step * self.warmup**-1.5)


def train(model, x, y):
    model.compile(keras.optimizers.Adam(Warmup(128)), "mse")
    model.fit(x, y)
    model.save("warm.keras")
