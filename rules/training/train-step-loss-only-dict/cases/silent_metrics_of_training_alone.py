import tensorflow as tf
from tensorflow import keras


# %% what only training has, and nobody asks validation for
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1)
        self.norm = keras.metrics.Mean(name="gradient_norm")

    def call(self, x):
        return self.out(x)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(y=y, y_pred=self(x, training=True))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        self.norm.update_state(tf.linalg.global_norm(grads))
        return {"gradient_norm": self.norm.result()}


def run(model, x, y):
    model.fit(x, y, validation_split=0.2)


# %% fed by what both steps run
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1)
        self.error = keras.metrics.MeanAbsoluteError(name="error")

    def call(self, x):
        return self.out(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        self.error.update_state(y, y_pred)
        return tf.reduce_mean(tf.square(y - y_pred))

    def train_step(self, data):
        return super().train_step(data)


def run(model, x, y):
    return model.evaluate(x, y)


# %% an evaluation of its own
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1)
        self.error = keras.metrics.MeanAbsoluteError(name="error")

    def call(self, x):
        return self.out(x)

    def train_step(self, data):
        x, y = data
        self.error.update_state(y, self(x))
        return {"error": self.error.result()}

    def test_step(self, data):
        x, y = data
        self.error.update_state(y, self(x))
        return {"error": self.error.result()}


def run(model, x, y):
    return model.evaluate(x, y)


# %% one that Keras cannot evaluate
class Pair(keras.Model):
    def __init__(self, first, second):
        super().__init__()
        self.first, self.second = first, second
        self.error = keras.metrics.MeanAbsoluteError(name="error")

    def train_step(self, data):
        self.error.update_state(self.first(data), self.second(data))
        return {"error": self.error.result()}


def run(pair, x, y):
    return pair.first.evaluate(x, y)
