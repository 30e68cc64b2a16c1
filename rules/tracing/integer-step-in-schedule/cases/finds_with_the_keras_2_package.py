import tensorflow as tf
import tf_keras

# %% the variable itself, which takes no float there


class Line(tf_keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base_lr):
        self.base_lr = base_lr

    def __call__(self, step):
        return tf.maximum(self.base_lr * (1.0 - step / 1000.0), 0.0)  # LL318


# %% a power of the variable


class Root(tf_keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return 0.1 * step**-0.5  # LL318
