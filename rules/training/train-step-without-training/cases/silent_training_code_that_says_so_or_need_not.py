import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% it says so
net = keras.Sequential([layers.Dense(4), layers.Dropout(0.3)])
optimizer = keras.optimizers.Adam()


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x, training=True)))
    optimizer.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))


# %% the model is the same in training
net = keras.Sequential([layers.Dense(4), layers.LayerNormalization(), layers.Dropout(0.0)])
optimizer = keras.optimizers.Adam()


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x)))
    optimizer.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))


# %% nobody knows what the model is
def step(net, optimizer, x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x)))
    optimizer.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))


# %% another model is trained: this one is a teacher
teacher = keras.Sequential([layers.Dense(4), layers.Dropout(0.3)])
student = keras.Sequential([layers.Dense(4)])
optimizer = keras.optimizers.Adam()


def step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(teacher(x) - student(x)))
    gradients = tape.gradient(loss, student.trainable_variables)
    optimizer.apply_gradients(zip(gradients, student.trainable_variables))


# %% no tape: an evaluation
net = keras.Sequential([layers.Dense(4), layers.Dropout(0.3)])


def evaluate(data):
    return [tf.reduce_mean(tf.square(y - net(x))) for x, y in data]


# %% it is set for everything
keras.backend.set_learning_phase(1)
net = keras.Sequential([layers.Dense(4), layers.Dropout(0.3)])
optimizer = keras.optimizers.Adam()


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x)))
    optimizer.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))
