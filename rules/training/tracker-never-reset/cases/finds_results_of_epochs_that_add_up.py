import tensorflow as tf
from tensorflow import keras


# %% two metrics, called like functions
mean_loss = keras.metrics.Mean(name="mean_loss")
accuracy = keras.metrics.SparseCategoricalAccuracy()


def run(model, loss_of, data, epochs):
    for epoch in range(epochs):
        for x, y in data:
            scores = model(x)
            mean_loss(loss_of(y, scores))
            accuracy(y, scores)
        print(epoch, mean_loss.result())  # LL129
        print(accuracy.result())  # LL129


# %% fed by a step
mean_loss = tf.keras.metrics.Mean()


@tf.function
def step(model, x, y):
    mean_loss.update_state(tf.reduce_mean(tf.square(y - model(x))))


def run(model, data):
    for epoch in range(10):
        for x, y in data:
            step(model, x, y)
        tf.print(mean_loss.result())  # LL129


# %% of a trainer
class Trainer:
    def __init__(self, model):
        self.model = model
        self.error = keras.metrics.MeanAbsoluteError()

    def run(self, data, epochs):
        for current_epoch in range(epochs):
            for x, y in data:
                self.error.update_state(y, self.model(x))
            print(current_epoch, float(self.error.result()))  # LL129


# %% within the function
def run(model, data, epochs):
    error = keras.metrics.MeanSquaredError()
    history = []
    for epoch in range(epochs):
        for x, y in data:
            error.update_state(y, model(x))
        history.append(error.result())  # LL129
    return history


# %% counted by another name
def run(model, data, args):
    error = keras.metrics.MeanSquaredError()
    for _ in range(1, args.n_epochs + 1):
        for x, y in data:
            error.update_state(y, model(x))
        print(float(error.result()))  # LL129
