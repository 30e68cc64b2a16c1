# %% the shares are added
import tensorflow as tf
from tensorflow import keras

strategy = tf.distribute.MirroredStrategy()
model = keras.Sequential([keras.layers.Dense(4)])
loss_object = keras.losses.MeanSquaredError(reduction="none")


def one(x, y):
    return tf.nn.compute_average_loss(loss_object(y, model(x)), global_batch_size=32)


@tf.function
def step(x, y):
    losses = strategy.run(one, args=(x, y))
    return strategy.reduce(tf.distribute.ReduceOp.SUM, losses, axis=None)

# %% each replica has a mean of its own
import tensorflow as tf
from tensorflow import keras

strategy = tf.distribute.MirroredStrategy()
model = keras.Sequential([keras.layers.Dense(4)])
loss_object = keras.losses.MeanSquaredError(reduction="none")


def mean(x, y):
    return tf.reduce_mean(loss_object(y, model(x)))


def own(x, y, batch_size_per_replica):
    loss = loss_object(y, model(x))
    return tf.nn.compute_average_loss(loss, global_batch_size=batch_size_per_replica)


@tf.function
def step(x, y):
    losses = strategy.run(mean, args=(x, y))
    others = strategy.run(own, args=(x, y, 8))
    return (
        strategy.reduce("MEAN", losses, axis=None),
        strategy.reduce("MEAN", others, axis=None),
    )

# %% made up for
import tensorflow as tf
from tensorflow import keras

strategy = tf.distribute.MirroredStrategy()
model = keras.Sequential([keras.layers.Dense(4)])
loss_object = keras.losses.MeanSquaredError(reduction="none")


def one(x, y):
    return tf.nn.compute_average_loss(loss_object(y, model(x)), global_batch_size=32)


def scaled(x, y):
    loss = tf.nn.compute_average_loss(loss_object(y, model(x)), global_batch_size=32)
    return loss * strategy.num_replicas_in_sync


@tf.function
def step(x, y):
    losses = strategy.run(one, args=(x, y))
    whole = strategy.reduce("MEAN", losses, axis=None) * strategy.num_replicas_in_sync
    others = strategy.run(scaled, args=(x, y))
    return whole, strategy.reduce("MEAN", others, axis=None)

# %% another result, and the samples of each replica
import tensorflow as tf
from tensorflow import keras

strategy = tf.distribute.MirroredStrategy()
model = keras.Sequential([keras.layers.Dense(4)])
loss_object = keras.losses.MeanSquaredError(reduction="none")


def one(x, y):
    p = model(x)
    loss = tf.nn.compute_average_loss(loss_object(y, p), global_batch_size=32)
    return loss, tf.reduce_mean(tf.abs(y - p))


@tf.function
def step(x, y):
    loss, error = strategy.run(one, args=(x, y))
    errors = strategy.reduce(tf.distribute.ReduceOp.MEAN, error, axis=None)
    return strategy.reduce(tf.distribute.ReduceOp.SUM, loss, axis=None), errors


@tf.function
def predictions(x):
    each = strategy.run(model, args=(x,))
    return strategy.reduce(tf.distribute.ReduceOp.MEAN, each, axis=0)
