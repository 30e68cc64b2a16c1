import keras
import tensorflow as tf
from keras import layers


class Gain(tf.Module):
    def __init__(self, size):
        super().__init__()
        self.gain = tf.Variable(tf.ones([size]))

    def __call__(self, x):
        return x * self.gain


class Mixer(layers.Layer):
    def __init__(self, mix, **kwargs):
        super().__init__(**kwargs)
        self.mix = mix

    def call(self, x):
        return self.mix(x)


def fit(x, y, optimizer, size=8):
    gain = Gain(size)
    model = keras.Sequential([keras.Input((size,)), Mixer(gain), layers.Dense(1)])
    weights = [*model.trainable_variables, *gain.trainable_variables]
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
