import tensorflow as tf
from tensorflow import keras

from elsewhere import measured


# %% a function of another module may put in more
class Finder(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        x, boxes = batch
        logs = {}
        total = tf.reduce_mean(boxes - self(x, training=True))
        logs["loss"] = total
        measured(logs)
        return logs


# %% what is put in at once
class Searcher(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        x, boxes = batch
        logs = {}
        total = tf.reduce_mean(boxes - self(x, training=True))
        logs["loss"] = total
        logs.update(self.measured(boxes))
        return logs


# %% the helper hands it on
class Seeker(keras.Model):
    def call(self, x):
        return x

    def _losses_of(self, x, logs):
        logs["most"] = tf.reduce_max(x)
        measured(logs)
        return tf.reduce_mean(x)

    def train_step(self, x):
        logs = {}
        logs["loss"] = self._losses_of(self(x, training=True), logs)
        return logs


# %% a loop runs the step, and averages what it gives
class Walker(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        x, y = batch
        loss = tf.reduce_mean(y - self(x, training=True))
        most = tf.reduce_max(y)
        return {"loss": loss, "most": most}


def walk(data):
    walker = Walker()
    return [walker.train_step(batch) for batch in data]


# %% sums of the class's own
class Adder(keras.Model):
    def __init__(self):
        super().__init__()
        self.total = tf.Variable(0.0, trainable=False)
        self.batches = tf.Variable(0.0, trainable=False)

    def call(self, x):
        return x

    def train_step(self, batch):
        x, y = batch
        self.total.assign_add(tf.reduce_mean(y - self(x, training=True)))
        self.batches.assign_add(1.0)
        mean = self.total / self.batches
        count = self.batches + 0.0
        return {"loss": mean, "batches": count}
