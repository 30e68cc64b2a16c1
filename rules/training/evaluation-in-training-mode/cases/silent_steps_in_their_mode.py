import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% inference
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.2)

    def call(self, x, training=None):
        return self.drop(x, training=training)

    def test_step(self, data):
        x, y = data
        return {"error": tf.reduce_mean(y - self(x, training=False))}


# %% training
net = keras.Sequential([layers.Dense(8), layers.Dropout(0.2)])


def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(net(x, training=True) - y)
    return tape.gradient(loss, net.trainable_variables)


# %% Monte Carlo dropout
net = keras.Sequential([layers.Dense(8), layers.Dropout(0.2)])


def evaluate(x):
    """Monte Carlo estimate of the spread."""
    return tf.math.reduce_std([net(x, training=True) for _ in range(20)], 0)


# %% nothing that differs
net = keras.Sequential([layers.Dense(8), layers.Dense(2)])


def val_step(x):
    return net(x, training=True)


# %% a gradient step at the time of the test
net = keras.Sequential([layers.Dense(8), layers.Dropout(0.2)])
rule = keras.optimizers.SGD()


def test_step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(net(x, training=True) - y)
    rule.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))


# %% a function of the module is told
def run(x, training):
    return layers.Dropout(0.2)(x, training=training)


def val_step(x):
    return run(x, training=True)


# %% images that are drawn, by a generator that needs its noise
net = keras.Sequential([layers.Dense(8), layers.Dropout(0.2)])


def generate(x):
    return net(x, training=True)
