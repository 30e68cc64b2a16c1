import tensorflow as tf
from tensorflow import keras

# %% the axes of a sample
def gradient_penalty(critic, mixed):
    with tf.GradientTape() as tape:
        tape.watch(mixed)
        score = critic(mixed)
    grads = tape.gradient(score, mixed)
    norm = tf.sqrt(tf.reduce_sum(tf.square(grads), axis=[1, 2, 3]) + 1e-12)
    return tf.reduce_mean((norm - 1.0) ** 2)


# %% the axes by position
def gradient_penalty(critic, mixed):
    with tf.GradientTape() as tape:
        tape.watch(mixed)
        score = critic(mixed)
    grads = tf.reshape(tape.gradient(score, mixed), (tf.shape(mixed)[0], -1))
    return tf.reduce_mean((tf.norm(grads, axis=1) - 1.0) ** 2)


# %% without a root the sum may be divided by the batch
def r1_penalty(critic, real):
    with tf.GradientTape() as tape:
        tape.watch(real)
        score = tf.reduce_sum(critic(real))
    grads = tape.gradient(score, real)
    return tf.reduce_sum(tf.square(grads)) / tf.cast(tf.shape(real)[0], tf.float32)


# %% the gradients of weights, which are clipped
def step(model, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
    weights = model.trainable_variables
    grads = tape.gradient(loss, weights)
    size = tf.sqrt(tf.add_n([tf.reduce_sum(tf.square(each)) for each in grads]))
    return loss, size - 1.0


# %% one image, brought to a length of 1
def dream(model, image):
    with tf.GradientTape() as tape:
        tape.watch(image)
        loss = tf.reduce_mean(model(image))
    grads = tape.gradient(loss, image)
    return image + grads / (tf.norm(grads) + 1e-8)


# %% the length of a weight
class Unit(keras.layers.Layer):
    def call(self, x):
        self.add_loss((tf.sqrt(tf.reduce_sum(tf.square(self.kernel))) - 1.0) ** 2)
        return x @ self.kernel
