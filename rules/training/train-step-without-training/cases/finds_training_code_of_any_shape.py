# Run on both generations: the moving statistics stay at 0 and 1, dropout drops nothing.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


def build():
    return keras.Sequential([layers.Dense(4), layers.BatchNormalization(), layers.Dense(1)])


# %% a loop at the top level
net = build()
optimizer = keras.optimizers.Adam()
for x, y in [(tf.ones((2, 3)), tf.ones((2, 1)))]:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x)))  # LL112
    gradients = tape.gradient(loss, net.trainable_variables)
    optimizer.apply_gradients(zip(gradients, net.trainable_variables))


# %% a helper that returns the gradients, another that computes the loss
def loss_of(model, x, y):
    return tf.reduce_mean(tf.square(y - model(x)))  # LL112


def gradients_of(model, x, y):
    with tf.GradientTape() as tape:
        value = loss_of(model, x, y)
    return value, tape.gradient(value, model.trainable_variables)


def train(data):
    model, optimizer = build(), keras.optimizers.Adam()
    for x, y in data:
        _, grads = gradients_of(model, x, y)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))


# %% a trainer that is given its model, and computes the loss in a method
class Trainer:
    def __init__(self, model, optimizer):
        self.model = model
        self.optimizer = optimizer

    def loss(self, x, y):
        return tf.reduce_mean(tf.square(y - self.model(x)))  # LL112

    @tf.function
    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = self.loss(x, y)
        gradients = tape.gradient(loss, self.model.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.model.trainable_variables))


trainer = Trainer(build(), keras.optimizers.Adam())


# %% replicas
strategy = tf.distribute.MirroredStrategy()
with strategy.scope():
    copied = build()
    adam = keras.optimizers.Adam()


def replica_step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - copied(x)))  # LL112
    grads = tape.gradient(loss, copied.trainable_weights)
    adam.apply_gradients(zip(grads, copied.trainable_weights))


def run(x, y):
    strategy.run(replica_step, args=(x, y))


# %% an ensemble, and models by name
def fit_all(data):
    models = [build() for _ in range(3)]
    optimizers = [keras.optimizers.Adam() for _ in models]
    for x, y in data:
        for model, opt in zip(models, optimizers):
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(tf.square(y - model(x)))  # LL112
            grads = tape.gradient(loss, model.trainable_variables)
            opt.apply_gradients(zip(grads, model.trainable_variables))


def fit_pair(x, y):
    nets = {"wide": build(), "deep": build()}
    opt = keras.optimizers.SGD()
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - nets["wide"](x)))  # LL112
    opt.apply_gradients(zip(tape.gradient(loss, nets["wide"].trainable_variables), nets["wide"].trainable_variables))


# %% a coder and a decoder in one sum of variables
def fit_both(data):
    coder, decoder, opt = build(), keras.Sequential([layers.Dense(3)]), keras.optimizers.Adam()
    weights = coder.trainable_variables + decoder.trainable_variables
    for x in data:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(x - decoder(coder(x))))  # LL112
        opt.apply_gradients(zip(tape.gradient(loss, weights), weights))


# %% an optimizer that minimizes
smooth = build()


def minimize(x, y):
    sgd = tf.keras.optimizers.SGD(0.1)
    sgd.minimize(lambda: tf.reduce_mean(tf.square(y - smooth(x))), smooth.trainable_variables)  # LL112
