import tensorflow as tf
import tf_keras


class Autoencoder(tf_keras.Model):
    def __init__(self):
        inputs = tf_keras.Input((3,))
        outputs = tf_keras.layers.Dense(3)(inputs)
        super().__init__(inputs, outputs)
        self.add_loss(tf.reduce_mean((inputs - outputs) ** 2))
