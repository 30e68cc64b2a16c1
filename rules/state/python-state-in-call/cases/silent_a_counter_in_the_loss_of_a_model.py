# %% a weight counts
import keras


class VAE(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.step = self.add_weight(shape=(), initializer="zeros", trainable=False, name="step")
        self.dense = keras.layers.Dense(3)

    def call(self, x):
        return self.dense(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        self.step.assign(self.step + 1)
        return super().compute_loss(x, y, y_pred, sample_weight, training) / self.step

# %% a loop of the class's own calls it, with arguments of its own
import keras
import tensorflow as tf


class Trained(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.step = 0
        self.dense = keras.layers.Dense(3)

    def call(self, x):
        return self.dense(x)

    def compute_loss(self, inputs, labels):
        self.step += 1
        return tf.reduce_mean((self(inputs) - labels) ** 2) / self.step

# %% a step of its own does not run it
import keras
import tensorflow as tf


class Stepped(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.step = 0
        self.dense = keras.layers.Dense(3)

    def call(self, x):
        return self.dense(x)

    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"sum": loss}

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):
        self.step += 1
        return tf.reduce_mean(y_pred) * self.step

# %% told, and read by nothing else
import keras


class Told(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.traces = 0
        self.dense = keras.layers.Dense(3)

    def call(self, x):
        return self.dense(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        self.traces += 1
        print(f"traced {self.traces} times")
        return super().compute_loss(x, y, y_pred, sample_weight, training)
