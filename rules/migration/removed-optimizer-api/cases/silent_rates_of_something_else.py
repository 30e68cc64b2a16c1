import keras

# %% the name that it has


def train(x, y):
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(1e-3), "mse")
    model.fit(x, y)
    model.optimizer.learning_rate = 1e-5
    model.fit(x, y)


# %% an object that nobody compiles


def halve(trainer):
    trainer.optimizer.lr = trainer.optimizer.lr / 2
    return keras.optimizers.Adam(1e-3)


# %% of a scheduler that has a name
from tensorflow import keras


class WarmUp(keras.callbacks.Callback):
    def __init__(self, schedule):
        super().__init__()
        self.schedule = schedule

    def on_train_batch_begin(self, batch, logs=None):
        schedule = self.schedule
        schedule.lr = 0.001 * (batch + 1)
