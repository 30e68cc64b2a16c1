import tensorflow as tf
from tensorflow import keras

# %% in the loop itself
def train(model, batches):
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x) - y))
        optimizer = keras.optimizers.Adam(0.001)  # LL146
        optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))


# %% in a method that a loop of the class calls
class Trainer:
    def step(self, x, y):
        opt = tf.keras.optimizers.RMSprop(0.01)  # LL146
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self.model(x) - y))
        weights = self.model.trainable_variables
        opt.apply_gradients(zip(tape.gradient(loss, weights), weights))

    def train(self, batches):
        for x, y in batches:
            self.step(x, y)


# %% SGD that has a momentum
def step(model, x, y):
    optimizer = keras.optimizers.SGD(0.1, momentum=0.9)  # LL146
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    weights = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


while True:
    step(model, x, y)


# %% a loop within a function
def step(model, x, y):
    optimizer = keras.optimizers.Nadam()  # LL146
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_weights), model.trainable_weights))


def run(model, data, epochs):
    for epoch in range(epochs):
        for x, y in data:
            step(model, x, y)
