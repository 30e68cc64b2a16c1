import tensorflow as tf
from tensorflow import keras


def noise_layer(noise):
    if noise is None:
        return None
    return keras.layers.GaussianNoise(0.1) if noise == "normal" else keras.layers.Activation(noise)


class Block(keras.layers.Layer):
    def __init__(self, units, noise=None, rate=0.0, normalize=False):
        super().__init__()
        self.dense = keras.layers.Dense(units)
        self.noise = noise_layer(noise)
        self.drop = keras.layers.Dropout(rate)
        if normalize:
            self.norm = keras.layers.BatchNormalization()

    def call(self, x):
        x = self.dense(x)
        x = x if self.noise is None else self.noise(x)
        return self.drop(x)


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.block = Block(4, rate=0.5)

    def call(self, x):
        return self.block(x)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(x) - y))  # LL112
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {m.name: m.result() for m in self.metrics}
