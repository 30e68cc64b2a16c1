import tensorflow as tf
from tensorflow import keras

# %% cast first


class Noam(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, d_model, warmup_steps=4000):
        super().__init__()
        self.d_model = tf.cast(d_model, tf.float32)
        self.warmup_steps = warmup_steps

    def __call__(self, step):
        step = tf.cast(step, tf.float32)
        arg1 = tf.math.rsqrt(step)
        arg2 = step * (self.warmup_steps**-1.5)
        return tf.math.rsqrt(self.d_model) * tf.math.minimum(arg1, arg2)


# %% cast to a dtype that is asked of something else


class Like(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base_lr):
        self.base_lr = base_lr

    def __call__(self, step):
        rate = tf.convert_to_tensor(self.base_lr)
        step = tf.cast(step, rate.dtype)
        return rate / (step + 1)


# %% cast under another name, and where it is used


class Named(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        now = keras.backend.cast(step, "float32")
        return 0.1 / (now + 1) * tf.exp(-tf.cast(step + 1, tf.float32))


# %% integers over integers are a float


class Over(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base_lr, steps=1000):
        self.base_lr = base_lr
        self.steps = steps

    def __call__(self, step):
        done = (step + 1) / self.steps
        return self.base_lr * tf.cos(done * 3.14)
