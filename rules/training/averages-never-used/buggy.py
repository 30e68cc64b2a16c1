import tensorflow as tf
from tensorflow import keras


class Trainer:
    def __init__(self, model, rate=0.1):
        self.model = model
        self.optimizer = keras.optimizers.SGD(rate, use_ema=True, ema_momentum=0.9)

    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - self.model(x, training=True)))
        variables = self.model.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return loss

    def train(self, batches, path):
        for x, y in batches:
            self.step(x, y)
        self.model.save_weights(path)
        return self.model
