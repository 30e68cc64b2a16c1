import tensorflow as tf
from tensorflow import keras


# %% guarded
class Jitter(keras.layers.Layer):
    def call(self, x, training=None):
        if training:
            x = x + tf.random.normal(tf.shape(x))
        return x


# %% a rate of zero in inference
class Thin(keras.layers.Layer):
    def call(self, x, training=None):
        return tf.nn.dropout(x, rate=self.rate if training else 0.0)


# %% drawn but only used in training
class Jitter(keras.layers.Layer):
    def call(self, x, training=None):
        noise = tf.random.normal(tf.shape(x))
        if training:
            x = x + noise
        return x


# %% the reparameterisation of an autoencoder
class Code(keras.layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        epsilon = tf.random.normal(tf.shape(mean))
        return mean + tf.exp(0.5 * log_var) * epsilon


# %% a layer that samples by name
class Sampling(keras.layers.Layer):
    def call(self, mean):
        return mean + self.stddev * tf.random.normal(tf.shape(mean))


# %% Monte Carlo dropout, documented
class Dropper(keras.layers.Layer):
    """Dropout that stays on for uncertainty estimates."""

    def call(self, x):
        return tf.nn.dropout(x, rate=0.5)


# %% a comment that says so
class Dropper(keras.layers.Layer):
    def call(self, x):
        # applied both in training and at inference
        return tf.nn.dropout(x, rate=0.5)


# %% noise whose amount is learned
class Inject(keras.layers.Layer):
    def build(self, shape):
        self.amount = self.add_weight(name="amount", shape=(shape[-1],))

    def call(self, x):
        return x + self.amount * tf.random.normal(tf.shape(x))


# %% a generator's input
class Synth(keras.layers.Layer):
    def call(self, loudness):
        noise = tf.random.uniform([tf.shape(loudness)[0], 1000])
        return tf.signal.fft(tf.cast(noise, tf.complex64))


# %% a rate that is an input
class Switched(keras.layers.Layer):
    def call(self, inputs):
        return tf.nn.dropout(inputs[0], rate=0.5 * inputs[1])


# %% mask tokens for pretraining
class Hide(keras.layers.Layer):
    def build(self, shape):
        self.token = self.add_weight(name="token", shape=(shape[-1],))

    def call(self, x):
        hidden = tf.random.uniform(tf.shape(x)[:2]) < self.rate
        return tf.where(hidden[..., None], self.token, x)


# %% the forward process of a diffusion model
class Forward(keras.layers.Layer):
    def call(self, x, t):
        noise = tf.random.normal(tf.shape(x))
        return tf.gather(self.signal, t) * x + tf.gather(self.rest, t) * noise


# %% preprocessing
class Flip(keras.layers.experimental.preprocessing.PreprocessingLayer):
    def call(self, x):
        return tf.image.random_flip_left_right(x)


# %% numbers that Python draws when tracing
import random

class Jitter(keras.layers.Layer):
    def call(self, x):
        return x + random.random()
