import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% they are added
net = keras.Sequential([layers.Dense(4, kernel_regularizer="l2"), layers.Dense(1)])
optimizer = keras.optimizers.Adam()


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x, training=True))) + sum(net.losses)
    gradients = tape.gradient(loss, net.trainable_variables)
    optimizer.apply_gradients(zip(gradients, net.trainable_variables))


# %% in a function that is called
net = keras.Sequential([layers.Dense(4, kernel_regularizer="l2"), layers.Dense(1)])
optimizer = keras.optimizers.Adam()


def objective(x, y):
    return tf.reduce_mean(tf.square(y - net(x, training=True))) + tf.add_n(net.losses)


def step(x, y):
    with tf.GradientTape() as tape:
        loss = objective(x, y)
    gradients = tape.gradient(loss, net.trainable_variables)
    optimizer.apply_gradients(zip(gradients, net.trainable_variables))


# %% there are none
net = keras.Sequential([layers.Dense(4, kernel_regularizer=None), layers.Dense(1)])
optimizer = keras.optimizers.Adam()


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x, training=True)))
    gradients = tape.gradient(loss, net.trainable_variables)
    optimizer.apply_gradients(zip(gradients, net.trainable_variables))


# %% they are worked out by hand
net = keras.Sequential([layers.Dense(4, kernel_regularizer="l2"), layers.Dense(1)])
optimizer = keras.optimizers.Adam()


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x, training=True)))
        loss += sum(each.kernel_regularizer(each.kernel) for each in net.layers[:1])
    gradients = tape.gradient(loss, net.trainable_variables)
    optimizer.apply_gradients(zip(gradients, net.trainable_variables))
