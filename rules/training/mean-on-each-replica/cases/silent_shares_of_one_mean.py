# %% divided
import tensorflow as tf


def train(strategy, model, optimizer, data):
    def one(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.abs(model(x, training=True) - y))
            scaled = loss / strategy.num_replicas_in_sync
        grads = tape.gradient(scaled, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))

    for batch in data:
        strategy.run(one, args=batch)

# %% of the batch as a whole
import tensorflow as tf


def train(strategy, model, optimizer, data):
    def one(x, y):
        with tf.GradientTape() as tape:
            each = tf.reduce_mean(tf.abs(model(x, training=True) - y), -1)
            loss = tf.nn.compute_average_loss(each)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))

    for batch in data:
        strategy.run(one, args=batch)

# %% nothing is trained
import tensorflow as tf


def evaluate(strategy, model, data):
    def one(x, y):
        with tf.GradientTape() as tape:
            tape.watch(x)
            loss = tf.reduce_mean(tf.abs(model(x) - y))
        return tape.gradient(loss, x)

    for batch in data:
        strategy.run(one, args=batch)

# %% one device
import tensorflow as tf


def train(model, optimizer, data):
    def one(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.abs(model(x, training=True) - y))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))

    for batch in data:
        one(*batch)
