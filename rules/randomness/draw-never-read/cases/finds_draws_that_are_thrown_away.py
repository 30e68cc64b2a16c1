# %% the width instead of the noise
from tensorflow.keras import backend as K
from tensorflow.keras import layers

epsilon_std = 1.0


def sampling(args):
    mean, log_sigma = args
    epsilon = K.random_normal(shape=K.shape(mean), stddev=epsilon_std)  # LL606
    return mean + K.exp(log_sigma) * epsilon_std


def encoder(mean, log_sigma):
    return layers.Lambda(sampling)([mean, log_sigma])

# %% a method of a layer
import keras
from keras import ops


class Shift(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed = keras.random.SeedGenerator(3)

    def call(self, x, training=False):
        if not training:
            return x
        factor = keras.random.uniform(ops.shape(x)[:1], seed=self.seed)  # LL606
        return x * self.scale(factor=1.0)

    def scale(self, factor):
        return factor

# %% a step
import tensorflow as tf

layers = tf.keras.layers


def step(generator, critic, real):
    noise = tf.random.normal((tf.shape(real)[0], 8))  # LL606
    return critic(real) - critic(generator(real))

# %% beside an attribute of that name
import tensorflow as tf


class Jitter(tf.keras.layers.Layer):
    def call(self, x):
        noise = tf.random.uniform(tf.shape(x))  # LL606
        return x + self.noise
