# %% in a script
import tensorflow as tf

mirrored_strategy = tf.distribute.MirroredStrategy()
with mirrored_strategy.scope():
    net = tf.keras.Sequential([tf.keras.layers.Dense(10)])
    rule = tf.keras.optimizers.SGD(0.1)
    compare = tf.keras.losses.CategoricalCrossentropy(from_logits=True)


def share(x, y):
    with tf.GradientTape() as tape:
        loss = compare(y, net(x, training=True))  # LL144
    grads = tape.gradient(loss, net.trainable_variables)
    rule.apply_gradients(zip(grads, net.trainable_variables))
    return loss


@tf.function
def step(x, y):
    each = mirrored_strategy.run(share, args=(x, y))
    return mirrored_strategy.reduce(tf.distribute.ReduceOp.SUM, each, axis=None)


# %% an attribute of a trainer, in a method that the step calls
import tensorflow as tf


class Trainer:
    def __init__(self, model, optimizer):
        self.strategy = tf.distribute.MultiWorkerMirroredStrategy()
        self.model, self.optimizer = model, optimizer
        self.error = tf.keras.losses.MeanSquaredError(name="error")

    def loss_of(self, x, y):
        return self.error(y, self.model(x, training=True)) + sum(self.model.losses)  # LL144

    def one(self, x, y):
        with tf.GradientTape() as tape:
            loss = self.loss_of(x, y)
        grads = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.model.trainable_variables))

    def step(self, x, y):
        self.strategy.run(self.one, args=(x, y))


# %% told to take the mean
import tensorflow as tf
from tensorflow.keras.losses import BinaryCrossentropy, Reduction


def train(net, rule, data):
    strategy = tf.distribute.TPUStrategy()
    compare = BinaryCrossentropy(reduction=Reduction.SUM_OVER_BATCH_SIZE)

    def share(x, y):
        with tf.GradientTape() as tape:
            loss = compare(y, net(x, training=True))  # LL144
        grads = tape.gradient(loss, net.trainable_variables)
        rule.apply_gradients(zip(grads, net.trainable_variables))

    for x, y in data:
        strategy.run(share, args=(x, y))


# %% no gradient is taken
import tensorflow as tf

strategy = tf.distribute.OneDeviceStrategy("GPU:0")
net = tf.keras.Sequential([tf.keras.layers.Dense(10)])
compare = tf.keras.losses.Huber()


def measure(x, y):
    return compare(y, net(x, training=False))  # LL144


strategy.run(measure, args=(1, 2))
