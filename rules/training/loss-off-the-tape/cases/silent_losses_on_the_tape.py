import numpy as np
import tensorflow as tf


# %% under the tape
def step(model, rule, x, y):
    with tf.GradientTape() as tape:
        z = model(x, training=True)
        loss = tf.reduce_mean(tf.square(y - z))
        shown = z.numpy()
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))
    return shown


# %% taken from what the block made
def step(model, rule, x, y):
    with tf.GradientTape() as tape:
        results = {"loss": tf.reduce_mean(model(x)), "size": 3}
    loss = results["loss"]
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))


# %% a function that runs the model
class Trainer:
    def cost(self, x, y):
        return tf.reduce_mean(self.model(x) - y)

    def step(self, x, y):
        before = self.model(x)
        with tf.GradientTape() as tape:
            loss = self.cost(before, y)
        gradients = tape.gradient(loss, self.model.trainable_variables)
        self.rule.apply_gradients(zip(gradients, self.model.trainable_variables))


# %% the old values are wanted as numbers, and the new ones beside them
def step(model, rule, x, advantage):
    old = model(x)
    with tf.GradientTape() as tape:
        ratio = model(x, training=True) / old
        loss = -tf.reduce_mean(tf.minimum(ratio, 1.2) * advantage)
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))


# %% a straight-through estimate
def step(model, rule, x, y):
    with tf.GradientTape() as tape:
        z = model(x)
        hard = z + tf.stop_gradient(tf.round(z) - z)
        loss = tf.reduce_mean(tf.square(y - hard))
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))


# %% a loss of the weights themselves
def step(model, rule, x):
    z = model(x)
    with tf.GradientTape() as tape:
        loss = tf.add_n([tf.nn.l2_loss(w) for w in model.trainable_variables])
        print(tf.reduce_mean(z))
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))


# %% of the input
def slope(model, x):
    x = tf.convert_to_tensor(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        z = model(x)
    return tape.gradient(z, x)


# %% several blocks of one tape
def step(model, rule, x, y):
    with tf.GradientTape(persistent=True) as tape:
        z = model(x)
    with tape:
        loss = tf.reduce_mean(z - y)
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))


# %% a whole that holds the model
class Game:
    def step(self, noise, ones):
        with tf.GradientTape() as tape:
            loss = self.error(ones, self.both(noise))
        gradients = tape.gradient(loss, self.maker.trainable_variables)
        self.rule.apply_gradients(zip(gradients, self.maker.trainable_variables))


# %% a function inside the step
def step(model, rule, x, y):
    guess = model(x)

    def cost(given):
        return tf.reduce_mean(model(x) - y) + tf.reduce_mean(given)

    with tf.GradientTape() as tape:
        loss = cost(guess)
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))


# %% with numbers that nothing was learned from
def step(model, rule, x, y):
    weight = float(np.mean(y))
    with tf.GradientTape() as tape:
        loss = weight * tf.reduce_mean(model(x))
    gradients = tape.gradient(loss, model.trainable_variables)
    rule.apply_gradients(zip(gradients, model.trainable_variables))
