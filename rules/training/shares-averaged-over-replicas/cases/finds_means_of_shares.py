# %% a function of the module
import tensorflow as tf
from tensorflow import keras

strategy = tf.distribute.MirroredStrategy()
model = keras.Sequential([keras.layers.Dense(4)])
optimizer = keras.optimizers.SGD(0.1)
loss_object = keras.losses.MeanSquaredError(reduction="none")


def step_fn(inputs):
    features, labels = inputs
    with tf.GradientTape() as tape:
        per_example = loss_object(labels, model(features, training=True))
        loss = tf.nn.compute_average_loss(per_example, global_batch_size=32)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss


@tf.function
def distributed_step(batch):
    per_replica = strategy.run(step_fn, args=(batch,))
    return strategy.reduce(tf.distribute.ReduceOp.MEAN, per_replica, axis=None)  # LL154

# %% by a method, and a string
import tensorflow as tf
from tensorflow import keras


class Trainer:
    def __init__(self, strategy, model, batch):
        self.strategy = strategy
        self.model = model
        self.batch = batch
        self.loss_object = keras.losses.MeanSquaredError(reduction="none")

    def compute_loss(self, y, p):
        loss = self.loss_object(y, p)
        return tf.nn.compute_average_loss(loss, global_batch_size=self.batch)

    def step(self, x, y):
        loss = self.compute_loss(y, self.model(x, training=False))
        return loss

    @tf.function
    def distributed(self, x, y):
        losses = self.strategy.run(self.step, args=(x, y))
        return self.strategy.reduce("MEAN", losses, axis=None)  # LL154

# %% one of two results, divided by hand
import tensorflow as tf
from tensorflow import keras

GLOBAL_BATCH_SIZE = 64


def make(strategy, model, loss_fn):
    def one(x, y):
        p = model(x, training=False)
        loss = tf.reduce_sum(loss_fn(y, p)) * (1.0 / GLOBAL_BATCH_SIZE)
        loss += tf.nn.scale_regularization_loss(tf.add_n(model.losses))
        return loss, p

    @tf.function
    def step(x, y):
        per_loss, per_pred = strategy.run(one, args=(x, y))
        mean = strategy.reduce(tf.distribute.ReduceOp.MEAN, per_loss, axis=None)  # LL154
        return mean, strategy.experimental_local_results(per_pred)

    return step, keras.metrics.Mean()

# %% on the spot, in a loop
import tensorflow as tf
from tensorflow import keras

strategy = tf.distribute.MirroredStrategy()
model = keras.Sequential([keras.layers.Dense(4)])
loss_object = keras.losses.MeanSquaredError(reduction="none")


def one(x, y):
    return tf.nn.compute_average_loss(loss_object(y, model(x)))


def validate(batches):
    total = 0.0
    for x, y in batches:
        total += strategy.reduce(
            tf.distribute.ReduceOp.MEAN,  # LL154
            strategy.run(one, args=(x, y)),
            axis=None,
        )
    return total
