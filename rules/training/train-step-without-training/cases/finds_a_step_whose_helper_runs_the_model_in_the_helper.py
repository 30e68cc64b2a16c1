import tensorflow as tf
from tensorflow import keras


class Student(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dropout(0.5)
        self.head = keras.layers.Dense(1)

    def call(self, inputs):
        return self.head(self.hidden(inputs))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self.score(x) - y))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}

    def score(self, x):
        return self(x)  # LL112


# %% a helper that takes the flag and does nothing with it
class Counter(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dropout(0.5)
        self.head = keras.layers.Dense(1)

    def call(self, inputs, training=None):
        return self.head(self.hidden(inputs, training=training))

    def score(self, x, y, training):
        return tf.reduce_mean(tf.abs(self(x) - y))  # LL112

    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = self.score(*data, training=True)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}
