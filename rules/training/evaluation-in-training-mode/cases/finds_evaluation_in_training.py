import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a step of a tutorial
net = keras.Sequential([layers.Dense(8), layers.BatchNormalization(), layers.Dense(2)])
mean = keras.metrics.Mean()


@tf.function
def val_step(x, y):
    guess = net(x, training=True)  # LL133
    mean.update_state(tf.square(guess - y))


# %% a step of a model, by its parts
class Coder(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.encoder = keras.Sequential([layers.Dense(8), layers.Dropout(0.2)])
        self.decoder = layers.Dense(8)

    def test_step(self, data):
        code = self.encoder(data, training=True)  # LL133
        again = self.decoder(code, training=True)  # LL133
        return {"error": tf.reduce_mean(tf.square(data - again))}


# %% a loop
def build():
    return keras.Sequential([layers.Dense(8), layers.Dropout(0.2), layers.Dense(2)])


def evaluate(model, data):
    right = []
    for x, y in data:
        right.append(tf.argmax(model(x, training=True), -1) == y)  # LL133
    return tf.reduce_mean(tf.cast(tf.concat(right, 0), tf.float32))


# %% a trainer
class Trainer:
    def __init__(self):
        self.model = keras.Sequential([layers.Dense(8), layers.GaussianNoise(0.2)])

    def validate_epoch(self, data):
        for x, _ in data:
            self.model(x, training=True)  # LL133
