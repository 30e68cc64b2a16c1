# %% the flag in a variable, by position of a dictionary
import tensorflow as tf
from tensorflow import keras


class Ranker(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.2)
        self.score = keras.layers.Dense(1)

    def call(self, inputs, training=None):
        return self.score(self.drop(inputs, training=training))

    def _step(self, data, training):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self(x, training=training) - y) ** 2)
        return loss, tape

    def train_step(self, data):
        loss, tape = self._step(data, training=True)
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {"error": loss}

    def test_step(self, data):
        loss, _ = self._step(data, training=False)
        return {"error": loss}


# %% a frozen teacher in the step
import keras
import tensorflow as tf


class Distiller(keras.Model):
    def __init__(self, student):
        super().__init__()
        self.student = student
        self.teacher = keras.Sequential([keras.layers.Dense(8), keras.layers.Dropout(0.1)])

    def call(self, x, training=None):
        return self.student(x, training=training)

    def train_step(self, data):
        x, _ = data
        soft = self.teacher(x)
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self(x, training=True) - soft) ** 2)
        weights = self.student.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return {"distance": loss}


# %% an evaluation is inference
import keras
from keras import ops


class Denoiser(keras.Model):
    def __init__(self):
        super().__init__()
        self.net = keras.Sequential([keras.layers.Dense(8), keras.layers.BatchNormalization()])

    def call(self, x, training=None):
        return self.net(x, training=training)

    def test_step(self, data):
        noisy, clean = data
        return {"error": ops.mean((self(noisy) - clean) ** 2)}
