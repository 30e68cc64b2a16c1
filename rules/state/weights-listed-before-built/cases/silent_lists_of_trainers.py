import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(4)

    def call(self, x):
        return self.hidden(x)


# %% called before
class Trainer:
    def __init__(self, x):
        self.net = Net()
        self.net(x)
        self.variables = self.net.trainable_variables

    def step(self, x):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(self.net(x))
        return tape.gradient(loss, self.variables)


# %% listed when the gradient is taken
def fit(x):
    net = Net()
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(net(x))
    variables = net.trainable_variables
    return tape.gradient(loss, variables)


# %% with an input
def fit_known(x):
    net = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
    variables = net.trainable_variables
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(net(x))
    return tape.gradient(loss, variables)
