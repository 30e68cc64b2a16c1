import tensorflow as tf
from keras import Sequential, layers


def mlp(sizes):
    return Sequential([layers.Dense(size, activation="relu") for size in sizes])


class Critic(tf.Module):
    def __init__(self, sizes=(32, 1), name="critic"):
        super().__init__(name=name)
        self.net = mlp(sizes)  # LL215
        self.optimizer = tf.keras.optimizers.Adam(1e-3)

    @tf.function
    def update(self, states, returns):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self.net(states, training=True) - returns))
        variables = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return loss
