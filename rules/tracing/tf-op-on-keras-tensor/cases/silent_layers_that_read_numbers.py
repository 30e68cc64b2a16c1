# %% among the inputs
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

image = keras.Input((784,))
mean = layers.Dense(2)(image)
log_var = layers.Dense(2)(image)


class Divergence(layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        self.add_loss(-0.5 * tf.reduce_mean(1 + log_var - mean**2 - tf.exp(log_var)))
        return mean


vae = keras.Model(image, Divergence()([mean, log_var]))
vae.compile("adam", "mse")


# %% what is only asked for its shape
import tensorflow as tf
from tensorflow import keras

image = keras.Input((8, 8, 3))


class Flat(keras.layers.Layer):
    def call(self, x):
        return tf.reshape(x, (-1, image.shape[1] * image.shape[2] * 3))


model = keras.Model(image, Flat()(image))
model.compile("adam", "mse")


# %% a constructor that makes a functional model
import tensorflow as tf
from tensorflow import keras

image = keras.Input((8,))
hidden = keras.layers.Dense(4)(image)


class Net(keras.Model):
    def __init__(self):
        super().__init__(image, keras.layers.Dense(1)(hidden))


Net().compile("adam", "mse")


# %% a number of that name
import tensorflow as tf
from tensorflow import keras

image = keras.Input((8,))
scale = 3.0


class Scaled(keras.layers.Layer):
    def call(self, x):
        return tf.multiply(x, scale)


model = keras.Model(image, Scaled()(image))
model.compile("adam", "mse")


# %% a name that is given something else later
import tensorflow as tf
from tensorflow import keras

image = keras.Input((8,))
factor = keras.layers.Dense(8)(image)
factor = tf.constant(2.0)


class Scaled(keras.layers.Layer):
    def call(self, x):
        return tf.multiply(x, factor)


model = keras.Model(image, Scaled()(image))
model.compile("adam", "mse")
