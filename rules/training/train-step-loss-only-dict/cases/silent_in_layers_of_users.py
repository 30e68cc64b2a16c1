# %% the tracker of Keras is fed through its own step
import keras


class Logged(keras.Model):
    def train_step(self, data):
        logs = super().train_step(data)
        return {"loss": logs["loss"]}


# %% a prediction step may return what it likes
import keras


class Scorer(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)

    def predict_step(self, data):
        x = data[0] if isinstance(data, tuple) else data
        return {"loss": self(x) ** 2}


# %% a tracker in a list
import keras
import tensorflow as tf


class Segmenter(keras.Model):
    def __init__(self):
        super().__init__()
        self.conv = keras.layers.Conv2D(1, 3, padding="same")
        self.trackers = [keras.metrics.Mean(name="loss"), keras.metrics.Mean(name="dice")]

    def call(self, image):
        return self.conv(image)

    def train_step(self, data):
        image, target = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self(image) - target) ** 2)
        weights = self.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        self.trackers[0].update_state(loss)
        return {"loss": self.trackers[0].result()}


# %% no model at all
import tensorflow as tf


class Trainer:
    def __init__(self, model, optimizer):
        self.model, self.optimizer = model, optimizer

    def train_step(self, batch):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self.model(batch, training=True))
        weights = self.model.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return {"loss": loss}
