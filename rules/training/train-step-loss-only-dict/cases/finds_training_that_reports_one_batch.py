import tensorflow as tf
from tensorflow import keras


# %% several losses, each that of the batch
class Coder(keras.Model):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder

    def call(self, x):
        return self.decoder(self.encoder(x))

    def train_step(self, x):
        with tf.GradientTape() as tape:
            code = self.encoder(x, training=True)
            near = tf.reduce_mean(tf.square(x - self.decoder(code, training=True)))
            small = tf.reduce_mean(tf.square(code))
            both = near + 0.1 * small
        gradients = tape.gradient(both, self.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_weights))
        return {"loss": both, "near": near, "small": small}  # LL121


# %% in a dictionary with names
class Ranker(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        x, y = batch
        with tf.GradientTape() as tape:
            error = y - self(x, training=True)
            loss = tf.reduce_mean(tf.square(error))
        gradients = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_weights))
        logs = dict(loss=loss, worst=tf.reduce_max(error))
        return logs  # LL121


# %% a method puts some of them in
class Finder(keras.Model):
    def __init__(self, body):
        super().__init__()
        self.body = body

    def call(self, x):
        return self.body(x)

    def _losses_of(self, boxes, found, logs):
        place = tf.reduce_mean(tf.abs(boxes - found))
        logs["place"] = place
        return place

    def train_step(self, batch):
        x, boxes = batch
        logs = {}
        with tf.GradientTape() as tape:
            total = self._losses_of(boxes, self(x, training=True), logs)
        gradients = tape.gradient(total, self.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_weights))
        logs["loss"] = total
        return logs  # LL121


# %% the size of the step beside the loss
class Student(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.head = keras.layers.Dense(1)

    def call(self, inputs):
        return self.head(inputs)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(x, training=True) - y))
        gradients = tape.gradient(loss, self.trainable_variables)
        norm = tf.linalg.global_norm(gradients)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss, "norm": norm}  # LL121
