import tensorflow as tf

# %% the schedule of a transformer, without its cast


class Noam(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, d_model, warmup_steps=4000):
        super().__init__()
        self.d_model = tf.cast(d_model, tf.float32)
        self.warmup_steps = warmup_steps

    def __call__(self, step):
        arg1 = tf.math.rsqrt(step)  # LL318
        arg2 = step * (self.warmup_steps**-1.5)
        return tf.math.rsqrt(self.d_model) * tf.math.minimum(arg1, arg2)


# %% what is computed of the step


class Cosine(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, top):
        self.top = top

    def __call__(self, it):
        """Go down and up."""
        later = it % 100
        return self.top * (1.0 + tf.cos(later))  # LL318


# %% under a condition


class Late(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, top, smooth=True):
        self.top = top
        self.smooth = smooth

    def __call__(self, step):
        if self.smooth:
            return self.top * tf.exp(-step)  # LL318
        return self.top


# %% least and greatest of an integer and a float


class Clipped(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return tf.minimum(step, 10.0) * 1e-4  # LL318
