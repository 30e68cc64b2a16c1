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


# %% the class calls the flag by another name
class Named(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(4)
        self.drop = layers.Dropout(0.3)

    def call(self, x, is_training=False):
        return self.drop(self.hidden(x), training=is_training)


net = Named()
optimizer = keras.optimizers.Adam()


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x, is_training=True)))
    optimizer.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))


# %% two tapes: a part is run by the one that trains the other
one = keras.Sequential([layers.Dense(4), layers.Dropout(0.3)])
other = keras.Sequential([layers.Dense(4)])
optimizer = keras.optimizers.Adam()


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - other(one(x))))
    with tf.GradientTape() as own:
        cost = tf.reduce_mean(tf.square(y - one(x, training=True)))
    optimizer.apply_gradients(zip(tape.gradient(loss, other.trainable_variables), other.trainable_variables))
    optimizer.apply_gradients(zip(own.gradient(cost, one.trainable_variables), one.trainable_variables))


# %% the gradient is looked at, and applied to nothing
net = keras.Sequential([layers.Dense(4), layers.Dropout(0.3)])


def norm(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x)))
    return tf.linalg.global_norm(tape.gradient(loss, net.trainable_variables))
