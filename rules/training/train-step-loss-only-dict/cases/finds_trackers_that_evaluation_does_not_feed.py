# Run on both generations: evaluate reports a loss of 0.0.
import tensorflow as tf
from tensorflow import keras


# %% Keras's own test_step
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = keras.layers.Dense(1)
        self.loss_tracker = keras.metrics.Mean(name="loss")

    def call(self, x):
        return self.out(x)

    @property
    def metrics(self):  # LL121
        return [self.loss_tracker]

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self(x, training=True)))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.loss_tracker.update_state(loss)
        return {"loss": self.loss_tracker.result()}


def run(x, y):
    model = Net()
    model.compile("sgd", "mse")
    model.fit(x, y, validation_split=0.2)


# %% a tracker of the module, and an evaluation
tracker = keras.metrics.Mean("loss")


class Net(keras.Model):
    @property
    def metrics(self):  # LL121
        return [tracker]

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self(x, training=True)))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        tracker.update_state(loss)
        return {"loss": tracker.result()}


def run(model, x, y):
    model.fit(x, y)
    return model.evaluate(x, y)


# %% a test_step that forgets it
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = keras.layers.Dense(1)
        self.total = keras.metrics.Mean(name="loss")
        self.error = keras.metrics.MeanAbsoluteError(name="error")

    def call(self, x):
        return self.out(x)

    @property
    def metrics(self):
        return [self.total, self.error]

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            prediction = self(x, training=True)
            loss = tf.reduce_mean(tf.square(y - prediction))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.total.update_state(loss)
        self.error.update_state(y, prediction)
        return {metric.name: metric.result() for metric in self.metrics}

    def test_step(self, data):  # LL121
        x, y = data
        self.error.update_state(y, self(x, training=False))
        return {metric.name: metric.result() for metric in self.metrics}
