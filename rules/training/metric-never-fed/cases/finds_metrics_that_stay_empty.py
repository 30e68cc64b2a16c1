# %% among all of them
import tensorflow as tf
from tensorflow import keras


class Classifier(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.head = keras.layers.Dense(classes)
        self.hits = keras.metrics.SparseCategoricalAccuracy(name="hits")  # LL157

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x, y, self(x, training=True))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {m.name: m.result() for m in self.metrics}

# %% the one beside it is fed
import tensorflow as tf
from tensorflow import keras


class Coder(keras.Model):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder, self.decoder = encoder, decoder
        self.total = keras.metrics.Mean(name="total")
        self.divergence = keras.metrics.Mean(name="divergence")  # LL157

    @property
    def metrics(self):
        return [self.total, self.divergence]

    def call(self, x):
        return self.decoder(self.encoder(x))

    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(data - self(data, training=True)))
        grads = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(grads, self.trainable_weights))
        self.total.update_state(loss)
        return {"total": self.total.result(), "divergence": self.divergence.result()}

# %% reset and never fed
import tensorflow as tf
from tensorflow import keras


class Tagger(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)
        self.score = tf.keras.metrics.AUC(name="score")  # LL157

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y = data
        self.score.reset_state()
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self(x, training=True)))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {"squared": loss, "score": self.score.result()}

# %% of the evaluation
import tensorflow as tf
from tensorflow import keras


class Checked(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)
        self.gap = keras.metrics.Mean(name="gap")  # LL157

    def call(self, x):
        return self.head(x)

    def test_step(self, data):
        x, y = data
        y_pred = self(x, training=False)
        return {"squared": tf.reduce_mean(tf.square(y - y_pred)), "gap": self.gap.result()}

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self(x, training=True)))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {"squared": loss}
