import tensorflow as tf
from tensorflow import keras

# %% a rate over the number of the step


class Inverse(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, initial_learning_rate):
        self.initial_learning_rate = initial_learning_rate

    def __call__(self, step):
        return self.initial_learning_rate / (step + 1)  # LL318


# %% a power of a float


class Stairs(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, start=0.1, every=1000):
        self.start = start
        self.every = every

    def __call__(self, step):
        stair = step // self.every
        return self.start * tf.constant(1.0) * 0.5**stair  # LL318


# %% a float by its default


class Slope(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, slope=1e-5):
        self.slope = slope

    def __call__(self, step):
        return (step + 1) * self.slope  # LL318


# %% in the branch of a condition of the graph


class Two(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, base_lr, turn=100):
        self.base_lr = base_lr
        self.turn = turn

    def __call__(self, step):
        return tf.cond(
            step < self.turn,
            lambda: self.base_lr,
            lambda: self.base_lr / (step - self.turn),  # LL318
        )
