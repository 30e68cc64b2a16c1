# %% within the block
import tensorflow as tf
from tensorflow import keras


def gradient_penalty(critic, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        score = critic(x, training=True)
    slopes = tape.gradient(score, x)
    return tf.reduce_mean(tf.square(tf.norm(slopes, axis=-1) - 1.0))


def train(critic: keras.Model, optimizer, real, fake):
    with tf.GradientTape() as tape:
        penalty = gradient_penalty(critic, fake)
        loss = tf.reduce_mean(critic(fake, training=True) - critic(real, training=True))
        loss += 10.0 * penalty
    variables = critic.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))

# %% no more than told
import tensorflow as tf
from tensorflow import keras


def slope(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = model(x, training=True)
    return tf.reduce_mean(tf.square(tape.gradient(y, x)))


def train(model: keras.Model, optimizer, x, y):
    steepness = slope(model, x)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - model(x, training=True)))
    variables = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    return loss, steepness

# %% a target, and a factor
import tensorflow as tf
from tensorflow import keras


def target_of(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = model(x, training=True)
    return tape.gradient(y, x)


def train(model: keras.Model, optimizer, x, y):
    wanted = target_of(model, x)
    share = target_of(model, y)
    with tf.GradientTape() as tape:
        error = tf.reduce_mean(tf.square(wanted - model(x, training=True)))
        loss = share * error
    variables = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
