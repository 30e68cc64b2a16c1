import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% one for each, one for the sum of both, and one that is built for both
def train(data):
    coder, decoder = keras.Sequential([layers.Dense(3)]), keras.Sequential([layers.Dense(3)])
    first, second = keras.optimizers.Adam(), keras.optimizers.Adam()
    both = keras.optimizers.Adam()
    weights = coder.trainable_variables + decoder.trainable_variables
    built = keras.optimizers.Adam()
    built.build(weights)
    for x in data:
        with tf.GradientTape(persistent=True) as tape:
            loss = tf.reduce_mean(tf.square(x - decoder(coder(x))))
        grads = tape.gradient(loss, coder.trainable_variables)
        first.apply_gradients(zip(grads, coder.trainable_variables))
        grads = tape.gradient(loss, decoder.trainable_variables)
        second.apply_gradients(zip(grads, decoder.trainable_variables))
        both.apply_gradients(zip(tape.gradient(loss, weights), weights))
        built.apply_gradients(zip(grads, decoder.trainable_variables))
        grads = tape.gradient(loss, coder.trainable_variables)
        built.apply_gradients(zip(grads, coder.trainable_variables))


# %% nobody knows what it is, and which of them runs
def step(optimizer, coder, decoder, x, pretrains):
    with tf.GradientTape(persistent=True) as tape:
        loss = tf.reduce_mean(tf.square(x - decoder(coder(x))))
    optimizer.apply_gradients(zip(tape.gradient(loss, coder.trainable_variables), coder.trainable_variables))
    optimizer.apply_gradients(zip(tape.gradient(loss, decoder.trainable_variables), decoder.trainable_variables))


# %% the same network by two names
net = keras.Sequential([layers.Dense(3)])
other = net
adam = keras.optimizers.Adam()


def twice(x):
    with tf.GradientTape(persistent=True) as tape:
        loss = tf.reduce_mean(net(x))
    adam.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))
    adam.apply_gradients(zip(tape.gradient(loss, other.trainable_variables), other.trainable_variables))


# %% first all of them, then one
def two_phases(x):
    coder = keras.Sequential([layers.Dense(3)])
    decoder = keras.Sequential([layers.Dense(4)])
    optimizer = keras.optimizers.Adam()
    with tf.GradientTape(persistent=True) as tape:
        loss = tf.reduce_mean((decoder(coder(x, training=True), training=True) - x) ** 2)
    variables = coder.trainable_variables + decoder.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    variables = decoder.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))


# %% one for each turn of a loop
class Duel:
    def __init__(self, painter, judge):
        self.painter, self.judge = painter, judge
        self.optimizers = {name: keras.optimizers.Adam() for name in ("painter", "judge")}

    def step(self, z):
        with tf.GradientTape(persistent=True) as tape:
            loss = tf.reduce_mean(self.judge(self.painter(z, training=True), training=True))
        weights = self.painter.trainable_variables
        self.optimizers["painter"].apply_gradients(zip(tape.gradient(loss, weights), weights))
        weights = self.judge.trainable_variables
        self.optimizers["judge"].apply_gradients(zip(tape.gradient(loss, weights), weights))
