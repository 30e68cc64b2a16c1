import tensorflow as tf
from tensorflow import keras


class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        return self.drop(x)


# %% a model of own layers
def fit(batches, rule):
    model = keras.Sequential([keras.Input((8,)), Block(), keras.layers.Dense(1)])
    for x, y in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(model(x) - y))  # LL112
        grads = tape.gradient(loss, model.trainable_weights)
        rule.apply_gradients(zip(grads, model.trainable_weights))
