# %% the model takes both inputs, of which the step of Keras would pass the first
import keras
import tensorflow as tf


class Translator(keras.Model):
    def __init__(self, vocabulary):
        super().__init__()
        self.embed = keras.layers.Embedding(vocabulary, 16)
        self.head = keras.layers.Dense(vocabulary)
        self.loss_tracker = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.loss_tracker]

    def call(self, inputs):
        context, words = inputs
        return self.head(self.embed(words) + self.embed(context))

    def train_step(self, data):
        context, words = data
        with tf.GradientTape() as tape:
            found = self([context, words], training=True)
            loss = tf.reduce_mean(tf.square(found))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.loss_tracker.update_state(loss)
        return {"loss": self.loss_tracker.result()}


def score(model, data):
    return model.evaluate(data)


# %% `compute_loss` is not the one that Keras calls
import keras
import tensorflow as tf


class Translator(keras.Model):
    def __init__(self, vocabulary):
        super().__init__()
        self.head = keras.layers.Dense(vocabulary)
        self.loss_tracker = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.loss_tracker]

    def compute_loss(self, words, logits):
        return tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(words, logits))

    def call(self, inputs):
        return self.head(inputs)

    def train_step(self, data):
        context, words = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(words, self(context, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.loss_tracker.update_state(loss)
        return {"loss": self.loss_tracker.result()}


def score(model, data):
    return model.evaluate(data)


# %% a step that Keras 3 never comes to the end of
import tensorflow as tf


class Forecaster(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.head = tf.keras.layers.Dense(1)

    def call(self, series):
        return self.head(series)

    def train_step(self, data):
        series, target = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(target - self(series, training=True)))
        self.optimizer.minimize(loss, self.trainable_variables, tape=tape)
        return {"loss": loss}
