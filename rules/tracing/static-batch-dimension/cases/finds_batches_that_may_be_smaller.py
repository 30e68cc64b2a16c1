# %% one of the data sets keeps what fills no batch
import tensorflow as tf
from tensorflow import keras


class Heads(keras.layers.Layer):
    def call(self, x):
        batch, steps, width = x.shape
        return tf.reshape(x, (batch, steps, 4, width // 4))  # LL304


model = keras.Sequential([Heads()])
model.compile("sgd", "mse")
model.fit(tf.data.Dataset.from_tensor_slices(samples).batch(32, drop_remainder=True))
model.evaluate(tf.data.Dataset.from_tensor_slices(others).batch(32, drop_remainder=False))


# %% the batch stands behind a number of heads
import tensorflow as tf
from tensorflow import keras


class Heads(keras.layers.Layer):
    def call(self, x):
        batch, steps, width = x.shape
        return tf.reshape(x, (4, batch, steps, width // 4))  # LL304
