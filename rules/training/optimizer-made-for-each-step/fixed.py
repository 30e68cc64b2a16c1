import tensorflow as tf
from tensorflow import keras


class Line(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)

    def call(self, inputs):
        return self.dense(inputs)


def step(model, x, y, optimizer):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x, training=True) - y))
    weights = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))


def train(model, batches, rate=0.1):
    optimizer = keras.optimizers.Adam(rate)
    for x, y in batches:
        step(model, x, y, optimizer)
