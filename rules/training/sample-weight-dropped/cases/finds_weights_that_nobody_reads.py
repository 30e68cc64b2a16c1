import tensorflow as tf
from tensorflow import keras


# %% unpacked by Keras
class Net(keras.Model):
    def train_step(self, data):
        x, y, w = keras.utils.unpack_x_y_sample_weight(data)  # LL127
        with tf.GradientTape() as tape:
            loss = self.compute_loss(y=y, y_pred=self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"error": loss}


# %% unpacked by hand
class Net(keras.Model):
    def train_step(self, data):
        x, y, sample_weight = data  # LL127
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self(x, training=True)))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"error": loss}


# %% in the evaluation
class Net(keras.Model):
    def test_step(self, data):
        x, y, weights = keras.utils.unpack_x_y_sample_weight(data)  # LL127
        return {"error": tf.reduce_mean(tf.square(y - self(x)))}


# %% the name is a keyword of something else
class Net(keras.Model):
    def train_step(self, data):
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)  # LL127
        with tf.GradientTape() as tape:
            loss = self.compute_loss(y=y, y_pred=self(x, training=True), sample_weight=None)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"error": loss}

# %% there is no place for them
import tensorflow as tf


class Sharp(tf.keras.Model):
    def train_step(self, data):
        x, y = data  # LL127
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x=x, y=y, y_pred=self(x, training=True))
        weights = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return self.compute_metrics(x, y, self(x), None)


def fit(x, y, weight):
    model = Sharp()
    model.compile("sgd", loss="mse")
    return model.fit(x, y, sample_weight=weight)


# %% where there are some
class Detector(tf.keras.Model):
    def train_step(self, data):
        if len(data) == 3:
            x, y, sample_weight = data  # LL127
        else:
            sample_weight = None
            x, y = data
        with tf.GradientTape() as tape:
            loss = entropy(y, self(x, training=True))
        weights = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return {"error": loss}
