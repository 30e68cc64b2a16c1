# %% the policy at the top of the module
import keras
import tensorflow as tf

keras.config.set_dtype_policy("mixed_float16")


class Captioner(keras.Model):
    def __init__(self, words):
        super().__init__()
        self.embed = keras.layers.Embedding(words, 32)
        self.gru = keras.layers.GRU(32, return_sequences=True)
        self.out = keras.layers.Dense(words, dtype="float32")
        self.tracker = keras.metrics.Mean(name="nll")

    def call(self, tokens, training=None):
        return self.out(self.gru(self.embed(tokens), training=training))

    def train_step(self, tokens):
        with tf.GradientTape() as tape:
            logits = self(tokens[:, :-1], training=True)
            loss = self.compute_loss(y=tokens[:, 1:], y_pred=logits)
        grads = tape.gradient(loss, self.trainable_variables)  # LL124
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        self.tracker.update_state(loss)
        return {"nll": self.tracker.result()}


# %% the gradient inside of the call that applies it
import tensorflow as tf
from tensorflow.keras import mixed_precision, layers

mixed_precision.set_global_policy("mixed_float16")


class Pix(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.conv = layers.Conv2D(3, 3, padding="same")

    def call(self, image):
        return tf.cast(self.conv(image), tf.float32)

    def train_step(self, data):
        image, target = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.abs(self(image, training=True) - target))
        weights = self.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))  # LL124
        return {"absolute": loss}


# %% clipped on the way, applied with apply
import keras
import tensorflow as tf

keras.mixed_precision.set_global_policy("mixed_float16")


class Policy(keras.Model):
    """The policy of an agent, trained by its returns."""

    def __init__(self, actions):
        super().__init__()
        self.hidden = keras.layers.Dense(64, activation="relu")
        self.out = keras.layers.Dense(actions, dtype="float32")

    def call(self, state):
        return self.out(self.hidden(state))

    def train_step(self, data):
        state, action, value = data
        with tf.GradientTape() as tape:
            chosen = tf.gather(tf.nn.log_softmax(self(state)), action, batch_dims=1)
            loss = -tf.reduce_mean(chosen * value)
        gradients = tape.gradient(loss, self.trainable_variables)  # LL124
        self.optimizer.apply(gradients, self.trainable_variables)
        return {"return": loss}


# %% the policy by its class
import keras
import tensorflow as tf

POLICY = keras.mixed_precision.Policy("mixed_float16")
keras.mixed_precision.set_global_policy(POLICY)


class Graph(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.out = keras.layers.Dense(classes, dtype="float32")

    def call(self, inputs):
        nodes, adjacency = inputs
        return self.out(tf.matmul(adjacency, nodes))

    def train_step(self, data):
        inputs, labels = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x=inputs, y=labels, y_pred=self(inputs, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)  # LL124
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"crossentropy": loss}
