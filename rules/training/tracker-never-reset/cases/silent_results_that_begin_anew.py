import tensorflow as tf
from tensorflow import keras


# %% reset
def run(model, data, epochs):
    error = keras.metrics.MeanSquaredError()
    for epoch in range(epochs):
        for x, y in data:
            error.update_state(y, model(x))
        print(epoch, error.result())
        error.reset_state()


# %% made in every epoch
def run(model, data, epochs):
    for epoch in range(epochs):
        error = keras.metrics.MeanSquaredError()
        for x, y in data:
            error.update_state(y, model(x))
        print(epoch, error.result())


# %% one result of all
def run(model, data, epochs):
    error = keras.metrics.MeanSquaredError()
    for epoch in range(epochs):
        for x, y in data:
            error.update_state(y, model(x))
    return error.result()


# %% no loop over epochs
def evaluate(model, data):
    error = keras.metrics.MeanSquaredError()
    for x, y in data:
        error.update_state(y, model(x))
        print(error.result())


# %% all of them are reset
def run(model, data, epochs):
    trackers = [keras.metrics.Mean(), keras.metrics.Mean()]
    first = trackers[0]
    for epoch in range(epochs):
        for x in data:
            first.update_state(tf.reduce_mean(model(x)))
        print(first.result())


# %% something else that has results
def run(jobs, epochs):
    pool = jobs.pool()
    for epoch in range(epochs):
        print(keras.metrics.Mean().name, pool.result())


# %% all of them in a loop
train_loss = keras.metrics.Mean()
val_loss = keras.metrics.Mean()


def run(model, train, val):
    for epoch in range(10):
        for metric in (train_loss, val_loss):
            metric.reset_state()
        for x in train:
            train_loss(tf.reduce_mean(model(x)))
        for x in val:
            val_loss(tf.reduce_mean(model(x)))
        print(train_loss.result(), val_loss.result())


# %% each
train_loss = keras.metrics.Mean()
val_loss = keras.metrics.Mean()


def run(model, train, val):
    for epoch in range(10):
        train_loss.reset_state()
        val_loss.reset_state()
        for x in train:
            train_loss(tf.reduce_mean(model(x)))
            val_loss(tf.reduce_mean(model(x)))
        print(train_loss.result(), val_loss.result())


# %% the steps of one epoch
def evaluate(model, data, steps_per_epoch):
    error = keras.metrics.MeanSquaredError()
    for step in range(steps_per_epoch):
        x, y = next(data)
        error.update_state(y, model(x))
        print(step, float(error.result()))
