import tensorflow as tf
from tensorflow import keras

if FAST: keras.mixed_precision.set_global_policy("mixed_float16")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            pass
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {}
