import tensorflow as tf
from tensorflow import keras

# %% the variable of a Keras 3 optimizer takes a float beside it


class Line(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base_lr):
        self.base_lr = base_lr

    def __call__(self, step):
        return tf.maximum(self.base_lr * (1.0 - step / 1000.0), 0.0)


# %% integers alone


class Table(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, rates, every=10):
        self.table = tf.constant(rates)
        self.every = every

    def __call__(self, step):
        return tf.gather(self.table, tf.minimum(step // self.every, 9))


# %% comparing


class Turn(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base_lr, turn):
        self.base_lr = base_lr
        self.turn = turn

    def __call__(self, step):
        return tf.where(step + 1 < self.turn, self.base_lr, self.base_lr / 10)


# %% a schedule that is given to another


class Held(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, inner, scale=0.5):
        self.inner = inner
        self.scale = scale

    def __call__(self, step):
        return self.scale * self.inner(step + 1)


# %% what is not known may be anything


class Unknown(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, function, amount):
        self.function = function
        self.amount = amount

    def __call__(self, step):
        step = self.function(step)
        return self.amount * (step + 1) + tf.sqrt(step)


# %% no schedule of Keras


class Plain:
    def __call__(self, step):
        return 0.1 / (step + 1)
