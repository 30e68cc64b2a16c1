# %% a GAN whose parts are called in its step
import tensorflow as tf
from tensorflow.keras import layers


class GAN(tf.keras.Model):
    def __init__(self, latent=32):
        super().__init__()
        self.latent = latent
        self.generator = tf.keras.Sequential(
            [layers.Dense(64), layers.BatchNormalization(), layers.Dense(2)]
        )
        self.discriminator = tf.keras.Sequential(
            [layers.Dense(64, activation="relu"), layers.Dropout(0.3), layers.Dense(1)]
        )

    def call(self, noise, training=None):
        return self.generator(noise, training=training)

    def train_step(self, real):
        noise = tf.random.normal((tf.shape(real)[0], self.latent))
        with tf.GradientTape() as tape:
            fake = self.generator(noise)  # LL112
            verdict = self.discriminator(fake, training=True)
            loss = -tf.reduce_mean(verdict)
        weights = self.generator.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return {"generator": loss}


# %% a contrastive model with a mixin for its step
import keras
import tensorflow as tf
from keras import ops


class ContrastiveStep:
    def train_step(self, data):
        first, second = data
        with tf.GradientTape() as tape:
            similarity = ops.matmul(self(first), ops.transpose(self(second)))  # LL112, LL112
            labels = ops.arange(ops.shape(similarity)[0])
            loss = ops.mean(
                keras.losses.sparse_categorical_crossentropy(labels, similarity, from_logits=True)
            )
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return {"contrast": loss}


class Encoder(ContrastiveStep, keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(32)
        self.drop = keras.layers.Dropout(0.2)

    def call(self, x, training=None):
        return self.drop(self.hidden(x), training=training)


# %% a subclass of a functional model
import tensorflow as tf
from tensorflow import keras


class PenaltyModel(keras.Model):
    """Any functional model, trained with a gradient penalty."""

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            with tf.GradientTape() as inner:
                inner.watch(x)
                y_pred = self(x)  # LL112
            slope = inner.gradient(y_pred, x)
            loss = self.compute_loss(y=y, y_pred=y_pred) + tf.reduce_mean(slope**2)
        self.optimizer.minimize(loss, self.trainable_variables, tape=tape)
        return {m.name: m.result() for m in self.metrics}


# %% a variational autoencoder
import tensorflow as tf
from keras import Model, layers


class VAE(Model):
    def __init__(self, latent=2, **kwargs):
        super().__init__(**kwargs)
        self.encoder = self._make_encoder(latent)
        self.drop = layers.Dropout(0.1)
        self.decoder = layers.Dense(784)

    def _make_encoder(self, latent):
        return layers.Dense(2 * latent)

    def call(self, x, training=False):
        mean, log_var = tf.split(self.encoder(self.drop(x, training=training)), 2, axis=-1)
        return self.decoder(mean), mean, log_var

    def train_step(self, x):
        with tf.GradientTape() as tape:
            reconstruction, mean, log_var = self(x, training=False)  # a debugging leftover
            loss = tf.reduce_mean((x - reconstruction) ** 2)
            reconstruction, mean, log_var = self(x)  # LL112
            loss = loss + tf.reduce_mean((x - reconstruction) ** 2)
        grads = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(grads, self.trainable_weights))
        return {"reconstruction": loss}
