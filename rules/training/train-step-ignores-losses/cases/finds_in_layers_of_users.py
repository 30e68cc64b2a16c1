# %% a regularizer in a Sequential
import keras
import tensorflow as tf
from keras import layers, regularizers


class Classifier(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.net = keras.Sequential(
            [
                layers.Dense(64, activation="relu", kernel_regularizer=regularizers.L2(1e-4)),
                layers.Dense(classes),
            ]
        )
        self.crossentropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

    def call(self, x, training=None):
        return self.net(x, training=training)

    def train_step(self, data):  # LL122
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.crossentropy(y, self(x, training=True))
        grads = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply(grads, self.trainable_weights)
        return {"crossentropy": loss}


# %% the divergence of a sampling layer
import tensorflow as tf


class Sampling(tf.keras.layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        divergence = -0.5 * tf.reduce_mean(1 + log_var - tf.square(mean) - tf.exp(log_var))
        self.add_loss(divergence)
        return mean + tf.exp(0.5 * log_var) * tf.random.normal(tf.shape(mean))


class VAE(tf.keras.Model):
    def __init__(self, latent=2):
        super().__init__()
        self.encoder = tf.keras.layers.Dense(2 * latent)
        self.sampling = Sampling()
        self.decoder = tf.keras.layers.Dense(784, activation="sigmoid")

    def call(self, x):
        mean, log_var = tf.split(self.encoder(x), 2, axis=-1)
        return self.decoder(self.sampling((mean, log_var)))

    def train_step(self, x):  # LL122
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.keras.losses.binary_crossentropy(x, self(x)))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {"reconstruction": loss}


# %% a weight with a regularizer, and layers in a loop
from tensorflow import keras
import tensorflow as tf


class FactorizationMachine(keras.Model):
    def __init__(self, features, rank=8):
        super().__init__()
        self.factors = self.add_weight(
            name="factors", shape=(features, rank), regularizer=keras.regularizers.l2(1e-5)
        )

    def call(self, x):
        product = tf.matmul(x, self.factors)
        return tf.reduce_sum(product**2, axis=-1)

    def train_step(self, data):  # LL122
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self(x, training=True)))
        variables = self.trainable_variables
        gradients = tape.gradient(loss, variables)
        self.optimizer.apply_gradients(zip(gradients, variables))
        return {"squared": loss}


# %% convolutions made in a loop, in a step with a helper
import keras
import tensorflow as tf


class Speech(keras.Model):
    def __init__(self, widths=(8, 16)):
        super().__init__()
        self.convs = []
        for width in widths:
            self.convs.append(keras.layers.Conv1D(width, 3, kernel_regularizer="l1"))
        self.out = keras.layers.Dense(1)

    def call(self, wave):
        for conv in self.convs:
            wave = conv(wave)
        return self.out(wave)

    def _error(self, wave, target):
        return tf.reduce_mean(tf.abs(self(wave, training=True) - target))

    def train_step(self, data):  # LL122
        with tf.GradientTape() as tape:
            loss = self._error(*data)
        self.optimizer.apply_gradients(
            zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights)
        )
        return {"absolute": loss}
