import tensorflow as tf
from tensorflow import keras

# %% before the loop
def train(model, batches):
    optimizer = keras.optimizers.Adam(0.001)
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x) - y))
        weights = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


# %% anew for each epoch
def train(model, batches, epochs):
    for epoch in range(epochs):
        optimizer = keras.optimizers.Adam(0.1 / (epoch + 1))
        for x, y in batches:
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(tf.square(model(x) - y))
            weights = model.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


# %% nothing to remember
def step(model, x, y, rate):
    optimizer = keras.optimizers.SGD(rate)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    weights = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


for x, y in batches:
    step(model, x, y, 0.1)


# %% called once, as far as can be seen
def step(model, x, y):
    optimizer = keras.optimizers.Adam()
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    weights = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


# %% one for each of several models, that goes on with it
def adapt(models, x, y):
    for model in models:
        optimizer = keras.optimizers.Adam()
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x) - y))
        weights = model.trainable_variables
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        model.optimizer = optimizer
