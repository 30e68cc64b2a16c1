# %% the step of the old tutorial
import tensorflow as tf
from tensorflow import keras


class CustomModel(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compiled_loss(y, y_pred, regularization_losses=self.losses)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.compiled_metrics.update_state(y, y_pred)  # LL126
        return {m.name: m.result() for m in self.metrics}


# %% sample weights, in an evaluation
import keras


class Weighted(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)

    def test_step(self, data):
        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        y_pred = self(x, training=False)
        self.compute_loss(x, y, y_pred, weight)
        self.compiled_metrics.update_state(y, y_pred, sample_weight=weight)  # LL126
        return {m.name: m.result() for m in self.metrics}


# %% a helper of a distiller
import tensorflow as tf
from keras import Model


class Distiller(Model):
    def __init__(self, teacher, student):
        super().__init__()
        self.teacher, self.student = teacher, student

    def _report(self, y, y_pred, loss):
        self.compiled_metrics.update_state(y, y_pred)  # LL126
        results = {m.name: m.result() for m in self.metrics}
        results["distillation"] = loss
        return results

    def call(self, x, training=None):
        return self.student(x, training=training)

    def train_step(self, data):
        x, y = data
        soft = self.teacher(x, training=False)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = tf.reduce_mean((soft - y_pred) ** 2)
        weights = self.student.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return self._report(y, y_pred, loss)


# %% a step that a mixin brings
import keras
import tensorflow as tf


class SharpnessAware:
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred)
        self.optimizer.apply(tape.gradient(loss, self.trainable_weights))
        self.compiled_metrics.update_state(y, y_pred)  # LL126
        return {m.name: m.result() for m in self.metrics}


class Vision(SharpnessAware, keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.conv = keras.layers.Conv2D(8, 3)
        self.out = keras.layers.Dense(classes)

    def call(self, image):
        return self.out(keras.ops.mean(self.conv(image), axis=(1, 2)))
