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
