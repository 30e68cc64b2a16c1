# Run on both generations: the moving statistics stay at 0 and 1, dropout drops nothing.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a function of a tutorial, and a model of the functional API
def unit(x, filters):
    return layers.BatchNormalization()(layers.Conv2D(filters, 3)(x))


def build():
    image = keras.Input((32, 32, 3))
    return keras.Model(image, layers.Dense(2)(layers.Flatten()(unit(image, 8))))


net = build()
optimizer = keras.optimizers.Adam()


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y - net(x)))  # LL112
    gradients = tape.gradient(loss, net.trainable_variables)
    optimizer.apply_gradients(zip(gradients, net.trainable_variables))
    return loss


# %% a trainer, and a class of the project
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8)
        self.drop = layers.Dropout(0.5)

    def call(self, x, training=None):
        return self.drop(self.hidden(x), training=training)


class Trainer:
    def __init__(self):
        self.model = Net()
        self.optimizer = keras.optimizers.SGD(0.1)

    def step(self, x, y):
        with tf.GradientTape() as tape:
            output = self.model(x)  # LL112
            loss = tf.reduce_mean(tf.square(y - output))
        variables = self.model.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))


# %% a loop, and a model that is passed to it
def run(model, optimizer, data):
    for x, y in data:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - model(x)))  # LL112
        gradients = tape.gradient(loss, model.trainable_weights)
        optimizer.apply_gradients(zip(gradients, model.trainable_weights))


run(keras.Sequential([layers.Dense(4), layers.Dropout(0.3)]), keras.optimizers.Adam(), [])


# %% a step inside of the function that makes the model
def fit(data):
    model = keras.Sequential([layers.Dense(4), layers.GaussianNoise(0.1), layers.Dense(1)])
    optimizer = keras.optimizers.Adam()

    def step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - model(x)))  # LL112
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))

    for x, y in data:
        step(x, y)
