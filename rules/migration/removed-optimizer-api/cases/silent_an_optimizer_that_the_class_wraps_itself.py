import tensorflow as tf
from tensorflow import keras

keras.mixed_precision.set_global_policy("float32")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            loss = self.optimizer.get_scaled_loss(loss)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}

    def compile(self, optimizer):
        super().compile(Wrapped(optimizer))
