import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(4)

    def call(self, x):
        return self.hidden(x)


# %% in a trainer
class Trainer:
    def __init__(self):
        self.net = Net()
        self.head = Net()
        self.variables = self.net.trainable_variables + self.head.trainable_variables  # LL226

    def step(self, x):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(self.head(self.net(x)))
        return tape.gradient(loss, self.variables)


# %% before a loop
def fit(x):
    net = keras.Sequential([layers.Dense(4), layers.Dense(1)])
    variables = net.trainable_variables  # LL226
    for _ in range(3):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(net(x))
        print(tape.gradient(loss, variables))
