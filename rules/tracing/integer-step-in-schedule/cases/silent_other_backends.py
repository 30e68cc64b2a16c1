import keras
from keras import ops

# %% a file that may run on any backend


class Inverse(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, initial_learning_rate):
        self.initial_learning_rate = initial_learning_rate

    def __call__(self, step):
        return self.initial_learning_rate / (step + 1)


# %% with `keras.ops`


class Root(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return 0.1 / ops.sqrt(step + 1)
