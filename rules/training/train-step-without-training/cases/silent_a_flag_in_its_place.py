"""What is passed second is what `call` takes as its flag, whatever the step calls it."""

import tensorflow as tf


class Generator(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.fc = tf.keras.layers.Dense(8)
        self.bn = tf.keras.layers.BatchNormalization()

    def call(self, noise, training=None):
        return self.bn(self.fc(noise), training=training)


def loss_of(generator, noise, in_trainig):
    return tf.reduce_mean(generator(noise, in_trainig))


def train():
    generator = Generator()
    optimizer = tf.keras.optimizers.Adam()
    noise = tf.random.normal((4, 2))
    with tf.GradientTape() as tape:
        loss = loss_of(generator, noise, True)
    gradients = tape.gradient(loss, generator.trainable_variables)
    optimizer.apply_gradients(zip(gradients, generator.trainable_variables))
