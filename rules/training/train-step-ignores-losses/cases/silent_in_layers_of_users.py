# %% the losses in a helper
import keras
import tensorflow as tf


class Regressor(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1, kernel_regularizer="l2")

    def call(self, x):
        return self.out(x)

    def objective(self, x, y):
        return tf.reduce_mean((self(x, training=True) - y) ** 2) + sum(self.losses)

    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = self.objective(*data)
        weights = self.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return {"objective": loss}


# %% the losses of its parts
import keras
import tensorflow as tf


class TwoTower(keras.Model):
    def __init__(self):
        super().__init__()
        self.user = keras.layers.Dense(8, activity_regularizer="l2")
        self.item = keras.layers.Dense(8)

    def call(self, pair):
        return tf.reduce_sum(self.user(pair[0]) * self.item(pair[1]), axis=-1)

    def train_step(self, data):
        pair, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self(pair) - y) ** 2) + tf.add_n(self.user.losses)
        weights = self.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return {"squared": loss}


# %% nothing regularized
import keras
import tensorflow as tf


class Plain(keras.Model):
    def __init__(self, penalty=None):
        super().__init__()
        self.out = keras.layers.Dense(1, kernel_regularizer=None)

    def call(self, x):
        return self.out(x)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self(x) - y) ** 2)
        weights = self.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return {"squared": loss}


# %% the step of Keras does it
import keras


class Counted(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1, kernel_regularizer="l2")
        self.steps = 0

    def call(self, x):
        return self.out(x)

    def train_step(self, data):
        return super().train_step(data)
