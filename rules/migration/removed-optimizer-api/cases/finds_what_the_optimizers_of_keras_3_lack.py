import tensorflow as tf
from tensorflow import keras


# %% self.optimizer.minimize(lambda: loss, self.trainable_variables)
keras.mixed_precision.set_global_policy("float32")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            self.optimizer.minimize(lambda: loss, self.trainable_variables)  # LL706
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}


# %% loss = self.optimizer.get_scaled_loss(loss)
keras.mixed_precision.set_global_policy("float32")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            loss = self.optimizer.get_scaled_loss(loss)  # LL706
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}


# %% loss = loss * self.optimizer.lr
keras.mixed_precision.set_global_policy("float32")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            loss = loss * self.optimizer.lr  # LL706
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}
