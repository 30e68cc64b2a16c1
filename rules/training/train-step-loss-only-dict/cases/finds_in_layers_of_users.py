# %% a contrastive learner
import keras
import tensorflow as tf


class SimCLR(keras.Model):
    def __init__(self, encoder, temperature=0.1):
        super().__init__()
        self.encoder = encoder
        self.temperature = temperature

    def call(self, images, training=None):
        return self.encoder(images, training=training)

    def train_step(self, images):
        with tf.GradientTape() as tape:
            z = tf.math.l2_normalize(self(images, training=True), axis=-1)
            logits = tf.matmul(z, z, transpose_b=True) / self.temperature
            labels = tf.range(tf.shape(z)[0])
            loss = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(labels, logits)
            )
        weights = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return {"loss": loss}  # LL121


# %% both steps of a denoiser
import keras
import tensorflow as tf
from keras import ops


class Denoiser(keras.Model):
    def __init__(self, width=32):
        super().__init__()
        self.net = keras.Sequential([keras.layers.Dense(width), keras.layers.Dense(width)])

    def call(self, x):
        return self.net(x)

    def _error(self, clean):
        noisy = clean + keras.random.normal(ops.shape(clean))
        return ops.mean(ops.square(self(noisy) - clean))

    def train_step(self, clean):
        with tf.GradientTape() as tape:
            loss = self._error(clean)
        grads = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply(grads, self.trainable_weights)
        return {"loss": loss}  # LL121

    def test_step(self, clean):
        return {"loss": self._error(clean)}  # LL121


# %% the dictionary has a name first
import tensorflow as tf
from keras import Model, layers


class Matcher(Model):
    """Matches users to items by their dot product."""

    def __init__(self, users, items):
        super().__init__()
        self.user = layers.Embedding(users, 8)
        self.item = layers.Embedding(items, 8)

    def call(self, pair):
        return tf.reduce_sum(self.user(pair[0]) * self.item(pair[1]), axis=-1)

    def train_step(self, data):
        pair, rating = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self(pair, training=True) - rating) ** 2)
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        logs = {"loss": loss}
        return logs  # LL121


# %% a step that a mixin brings
import keras
import tensorflow as tf


class ReconstructionStep:
    def train_step(self, x):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self(x, training=True) - x) ** 2)
        weights = self.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return dict(loss=loss)  # LL121


class AutoEncoder(ReconstructionStep, keras.Model):
    def __init__(self):
        super().__init__()
        self.squeeze = keras.layers.Dense(4)
        self.expand = keras.layers.Dense(16)

    def call(self, x):
        return self.expand(self.squeeze(x))
