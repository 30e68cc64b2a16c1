# %% functions of a script
import tensorflow as tf

strategy = tf.distribute.MirroredStrategy()
with strategy.scope():
    model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(1)])
    rule = tf.keras.optimizers.SGD(0.1)


def share(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x, training=True) - y))  # LL144
    grads = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(grads, model.trainable_variables))
    return loss


@tf.function
def step(x, y):
    each = strategy.run(share, args=(x, y))
    return strategy.reduce(tf.distribute.ReduceOp.MEAN, each, axis=None)

# %% a trainer
import tensorflow as tf
from tensorflow.keras import backend as K


class Trainer:
    def __init__(self, strategy, model, optimizer):
        self.mirrored_strategy = strategy
        self.model, self.optimizer = model, optimizer

    def _one(self, x, y):
        with tf.GradientTape() as tape:
            loss = K.mean(K.abs(self.model(x, training=True) - y))  # LL144
        grads = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.model.trainable_variables))

    @tf.function
    def step(self, x, y):
        self.mirrored_strategy.run(self._one, args=(x, y))

# %% by the old name
import tensorflow as tf


def train(strategy, model, optimizer, data):
    def one(x, y):
        with tf.GradientTape() as tape:
            error = tf.math.reduce_mean(tf.abs(model(x, training=True) - y))  # LL144
        grads = tape.gradient(error, model.trainable_variables)
        optimizer.apply_gradients(list(zip(grads, model.trainable_variables)))

    for batch in data:
        strategy.experimental_run_v2(one, args=batch)

# %% Keras 3
import keras
import tensorflow as tf


def train(strategy, model, optimizer, data):
    def one(x, y):
        with tf.GradientTape() as tape:
            loss = keras.ops.mean(keras.losses.mean_squared_error(y, model(x, training=True)))  # LL144
        optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)

    for batch in data:
        strategy.run(one, args=batch)
