import tensorflow as tf
from tensorflow import keras


# %% the length of an epoch is a float
class Slope(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, low, high, epochs, steps_per_epoch):
        super().__init__()
        self.low = low
        self.high = high
        self.epochs = epochs
        self.steps_per_epoch = steps_per_epoch

    def rate_of(self, epoch):
        slope = (self.high - self.low) / self.epochs
        return self.low + slope * epoch

    def __call__(self, step):
        epoch = step // self.steps_per_epoch
        return self.rate_of(epoch)


optimizer = keras.optimizers.Adam(Slope(1e-5, 1e-3, 20, 1000 / 32))


# %% nobody is seen to make it
class Ramp(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, low, steps_per_epoch):
        super().__init__()
        self.low = low
        self.steps_per_epoch = steps_per_epoch

    def rate_of(self, epoch):
        return 0.5 * epoch

    def __call__(self, step):
        return self.rate_of(step // self.steps_per_epoch)


# %% made with either
class Either(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, steps_per_epoch):
        super().__init__()
        self.steps_per_epoch = steps_per_epoch

    def rate_of(self, epoch):
        return 0.5 * epoch

    def __call__(self, step):
        return self.rate_of(step // self.steps_per_epoch)


schedules = [Either(10), Either(10.0)]


# %% a cast before it is passed
class Stairs(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base_lr, steps):
        self.base_lr = base_lr
        self.steps = steps

    def __call__(self, step):
        stair = tf.cast(step // self.steps, tf.float32)
        return self.base_lr * self._decay(stair)

    def _decay(self, stair):
        return 0.5 * stair


optimizer = keras.optimizers.SGD(Stairs(0.1, 100))


# %% a cast in the method
class Steps(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base_lr, steps):
        self.base_lr = base_lr
        self.steps = steps

    def __call__(self, step):
        return self.base_lr * self._decay(step // self.steps)

    def _decay(self, stair):
        stair = tf.cast(stair, tf.float32)
        return 0.5 * stair


optimizer = keras.optimizers.SGD(Steps(0.1, 100))
