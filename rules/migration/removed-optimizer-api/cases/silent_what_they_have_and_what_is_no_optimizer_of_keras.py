import tensorflow as tf
from tensorflow import keras


# %% loss = loss * self.optimizer.learning_rate
keras.mixed_precision.set_global_policy("float32")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            loss = loss * self.optimizer.learning_rate
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}


# %% loss = self.scaler.get_scaled_loss(loss)
keras.mixed_precision.set_global_policy("float32")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            loss = self.scaler.get_scaled_loss(loss)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}


# %% loss = self.optimizer.lr if keras.__version__ < '3' else loss
keras.mixed_precision.set_global_policy("float32")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            loss = self.optimizer.lr if keras.__version__ < '3' else loss
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}
