import numpy as np
import tensorflow as tf


# %% the caller runs the model
def update(model, rule, error, logits, labels):
    with tf.GradientTape() as tape:
        loss = error(labels, logits)
    gradients = tape.gradient(loss, model.trainable_variables)  # LL132
    rule.apply_gradients(zip(gradients, model.trainable_variables))


def train(model, rule, error, data):
    for x, y in data:
        update(model, rule, error, model(x, training=True), y)


# %% the loss is summed behind the block
def step(model, rule, x, y):
    with tf.GradientTape() as tape:
        z = model(x, training=True)
        first = tf.keras.losses.mse(y, z)
        second = tf.reduce_mean(tf.abs(z))
    loss = first + second  # LL132
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))


# %% NumPy in between
def step(model, rule, x, y):
    with tf.GradientTape() as tape:
        z = model(x, training=True)
        loss = tf.constant(np.mean((y - z) ** 2))  # LL132
    gradients = tape.gradient(loss, model.trainable_weights)
    rule.apply_gradients(zip(gradients, model.trainable_weights))


# %% numbers in a list
def step(model, rule, xs):
    losses = []
    with tf.GradientTape() as tape:
        for x in xs:
            losses.append(float(tf.reduce_sum(model(x))))  # LL132
        loss = tf.add_n(losses)
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))


# %% in a function of the module
def cost(net, x, y):
    guess = net(x, training=True)
    return tf.reduce_mean(tf.square(y - guess.numpy()))  # LL132


def step(model, rule, x, y):
    with tf.GradientTape() as tape:
        loss = cost(model, x, y)
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))


# %% accuracy as a loss
def step(model, rule, x, y):
    with tf.GradientTape() as tape:
        guess = tf.argmax(model(x), -1)  # LL132
        loss = -tf.reduce_mean(tf.cast(guess == y, tf.float32))
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))


# %% two tapes, and both begin too late
class Game(tf.keras.Model):
    def train_step(self, real):
        fake = self.maker(tf.random.normal((4, 2)), training=True)  # LL132
        with tf.GradientTape() as first, tf.GradientTape() as second:
            d = tf.reduce_mean(self.judge(fake) - self.judge(real))
            g = -tf.reduce_mean(self.judge(fake))
        gradients = first.gradient(d, self.judge.trainable_variables)
        self.rule.apply_gradients(zip(gradients, self.judge.trainable_variables))
        gradients = second.gradient(g, self.maker.trainable_variables)
        self.other.apply_gradients(zip(gradients, self.maker.trainable_variables))
        return {}
