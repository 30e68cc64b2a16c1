import tensorflow as tf
from tensorflow import keras


class Noisy(keras.layers.Layer):
    def build(self, input_shape):
        self.spread = self.add_weight(name="spread", shape=(input_shape[-1],))

    def call(self, x):
        self.add_loss(tf.reduce_sum(tf.square(self.spread)))
        return x + self.spread


# %% in a sequence
def fit(batches):
    model = keras.Sequential([keras.Input((8,)), Noisy(), keras.layers.Dense(1)])
    rule = keras.optimizers.Adam()

    def step(x, y):  # LL122
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x, training=True) - y))
        grads = tape.gradient(loss, model.trainable_weights)
        rule.apply_gradients(zip(grads, model.trainable_weights))

    for x, y in batches:
        step(x, y)


# %% in a functional model
def build():
    inputs = keras.Input((8,))
    return keras.Model(inputs, keras.layers.Dense(1)(Noisy()(inputs)))


def fit(batches, rule):  # LL122
    model = build()
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x, training=True) - y))
        grads = tape.gradient(loss, model.trainable_weights)
        rule.apply_gradients(zip(grads, model.trainable_weights))
