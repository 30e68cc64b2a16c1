import tensorflow as tf
from tensorflow import keras


class Coupling(keras.layers.Layer):
    def call(self, x):
        self.add_loss(tf.reduce_mean(tf.square(x)))
        return x


class Flow(keras.Model):
    def __init__(self):
        super().__init__()
        self.couplings = [Coupling() for _ in range(3)]

    def call(self, x):
        for coupling in self.couplings:
            x = coupling(x)
        return x

    def total_loss(self, outputs):
        return tf.reduce_mean(outputs) + tf.add_n([each.losses[0] for each in self.couplings])


# %% the function that trains asks the model
@tf.function
def train_step(x, flow: Flow, optimizer):
    with tf.GradientTape() as tape:
        loss = flow.total_loss(flow(x, training=True))
    gradients = tape.gradient(loss, flow.trainable_weights)
    optimizer.apply_gradients(zip(gradients, flow.trainable_weights))


# %% the model is made next to it
flow = Flow()
optimizer = keras.optimizers.Adam()


@tf.function
def train_step(x):
    with tf.GradientTape() as tape:
        loss = flow.total_loss(flow(x, training=True))
    gradients = tape.gradient(loss, flow.trainable_weights)
    optimizer.apply_gradients(zip(gradients, flow.trainable_weights))
