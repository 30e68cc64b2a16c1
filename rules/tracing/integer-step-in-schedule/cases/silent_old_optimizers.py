import tensorflow as tf
import tf_keras

# %% optimizers that cast the step


class Line(tf_keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base_lr):
        self.base_lr = base_lr

    def __call__(self, step):
        return self.base_lr / (step + 1) + tf.math.rsqrt(step)


def optimizer():
    return tf_keras.optimizers.legacy.Adam(Line(0.1))
