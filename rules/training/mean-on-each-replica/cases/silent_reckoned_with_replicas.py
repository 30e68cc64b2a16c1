# %% the rate is divided
import tensorflow as tf
from tensorflow import keras


def train(strategy, model, data):
    optimizer = keras.optimizers.SGD(0.1 / strategy.num_replicas_in_sync)

    def one(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.abs(model(x, training=True) - y))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))

    for batch in data:
        strategy.run(one, args=batch)

# %% one replica is another matter
import tensorflow as tf


def train(strategy, model, optimizer, data):
    if strategy.num_replicas_in_sync > 1:
        raise ValueError("one device only")

    def one(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.abs(model(x, training=True) - y))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))

    for batch in data:
        strategy.run(one, args=batch)
