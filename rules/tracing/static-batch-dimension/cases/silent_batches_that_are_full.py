# %% the data drops what fills no batch
import tensorflow as tf
from tensorflow import keras


class Heads(keras.layers.Layer):
    def call(self, x):
        batch, steps, width = x.shape
        return tf.reshape(x, (batch, steps, 4, width // 4))


model = keras.Sequential([Heads()])
model.compile("sgd", "mse")
model.fit(tf.data.Dataset.from_tensor_slices(samples).batch(32, drop_remainder=True))


# %% a loop in Python
import tensorflow as tf
from tensorflow import keras


class Heads(keras.layers.Layer):
    def call(self, x):
        batch, steps, width = x.shape
        return tf.reshape(x, (batch, steps, 4, width // 4))


heads = Heads()


# @tf.function
def step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(heads(x))
    return tape.gradient(loss, heads.trainable_variables)


# %% the rows of a matrix, which is no batch
from keras import backend as K
from tensorflow import keras


class Tied(keras.layers.Layer):
    def call(self, inputs):
        x, matrix = inputs
        given = K.shape(x)
        words, width = K.int_shape(matrix)
        scores = K.dot(K.reshape(x, (-1, width)), K.transpose(matrix))
        return K.reshape(scores, (given[0], given[1], words))
