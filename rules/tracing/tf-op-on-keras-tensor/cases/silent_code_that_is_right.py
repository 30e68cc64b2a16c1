import keras
import tensorflow as tf
from keras import ops


# %% layers in a function that converts what it gets
def perceptron(x, sizes):
    x = tf.convert_to_tensor(x)
    for size in sizes:
        x = keras.layers.Dense(size)(x)
    return tf.reshape(x, (-1, sizes[-1]))


def encode(x, y):
    hidden = perceptron(tf.concat([x, y], axis=-1), [4, 4])
    return tf.reduce_mean(hidden, axis=1)


# %% layers on what has a shape of TensorFlow
def attention(q):
    width = q.shape.as_list()[-1]
    return tf.nn.softmax(keras.layers.Dense(width)(q))


# %% values that have the name of a symbolic tensor within a comprehension
def build(values):
    x = keras.Input((3,))
    scales = [tf.exp(x) for x in values]
    y = keras.layers.Dense(len(scales))(x)
    return keras.Model(x, y), {x: tf.exp(x) for x in values}


# %% questions that symbolic tensors answer
inputs = keras.Input((4, 2))
steps, width = tf.keras.backend.int_shape(inputs)[1:]
known = tf.get_static_value(inputs)


# %% a function that is gone, whatever it is given
inputs = keras.Input((4,))
run = tf.keras.backend.function([inputs], [inputs])
