import tensorflow as tf
from tensorflow import keras


# %% an epoch that a method is passed
class Slope(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, low, high, epochs, steps_per_epoch):
        super().__init__()
        self.low = low
        self.high = high
        self.epochs = epochs
        self.steps_per_epoch = steps_per_epoch

    def rate_of(self, epoch):
        slope = (self.high - self.low) / self.epochs
        return self.low + slope * epoch  # LL318

    def __call__(self, step):
        epoch = step // self.steps_per_epoch
        return self.rate_of(epoch)


optimizer = keras.optimizers.Adam(Slope(1e-5, 1e-3, 20, 100))


# %% the number of steps is counted
class Stairs(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base_lr, steps):
        self.base_lr = base_lr
        self.steps = steps

    def __call__(self, step):
        return self.base_lr * self._decay(step // self.steps)

    def _decay(self, stair):
        return 0.5 * stair  # LL318


def optimizer_for(images, batch):
    steps = len(images) // 32
    return keras.optimizers.SGD(Stairs(0.1, steps))


# %% what a method returns
class Wave(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak_lr, period):
        self.peak_lr = peak_lr
        self.period = period

    def _phase(self, step):
        return step % self.period

    def __call__(self, step):
        phase = self._phase(step)
        return self.peak_lr * tf.cos(phase)  # LL318


wave = Wave(peak_lr=0.1, period=500)
