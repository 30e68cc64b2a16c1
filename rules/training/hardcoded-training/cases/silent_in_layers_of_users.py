# %% a teacher that is kept in inference
import keras


class Distiller(keras.Model):
    def __init__(self, teacher, student):
        super().__init__()
        self.teacher = teacher
        self.student = student

    def call(self, images, training=None):
        targets = self.teacher(images, training=False)
        return self.student(images, training=training), targets


# %% a step says that it trains
import tensorflow as tf


class Classifier(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.norm = tf.keras.layers.BatchNormalization()
        self.out = tf.keras.layers.Dense(10)

    def call(self, x, training=None):
        return self.out(self.norm(x, training=training))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(y=y, y_pred=self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {m.name: m.result() for m in self.metrics}


# %% layers that do not know a mode
from keras import layers


class Pointwise(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)
        self.norm = layers.LayerNormalization()

    def call(self, x, training=None):
        if training:
            return self.norm(self.dense(x), training=True)
        return self.norm(self.dense(x))


# %% uncertainty by dropout in prediction
from tensorflow import keras


class MonteCarloHead(keras.layers.Layer):
    """A head whose dropout stays on in prediction, for the uncertainty of Monte Carlo dropout."""

    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        self.drop = keras.layers.Dropout(0.5)
        self.out = keras.layers.Dense(classes)

    def call(self, features):
        return self.out(self.drop(features, training=True))
