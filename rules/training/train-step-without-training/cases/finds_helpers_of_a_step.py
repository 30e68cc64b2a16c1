import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a helper that takes the flag and drops it
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)
        self.drop = layers.Dropout(0.5)
        self.tracker = keras.metrics.Mean(name="loss")

    def call(self, x, training=None):
        return self.drop(self.dense(x), training=training)

    def objective(self, x, y, training=True):
        return tf.reduce_mean(tf.square(self(x) - y))  # LL112

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.objective(x, y, training=True)
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        self.tracker.update_state(loss)
        return {"loss": self.tracker.result()}


# %% a method of a trainer
class Learner:
    def __init__(self):
        self.net = keras.Sequential([keras.Input((4,)), layers.Dense(4), layers.Dropout(0.5)])
        self.rule = keras.optimizers.Adam()

    def loss(self, x, y):
        return tf.reduce_mean(tf.square(self.net(x) - y))  # LL112

    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = self.loss(x, y)
        grads = tape.gradient(loss, self.net.trainable_variables)
        self.rule.apply_gradients(zip(grads, self.net.trainable_variables))
