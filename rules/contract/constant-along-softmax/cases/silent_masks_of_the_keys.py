# %% the keys
import tensorflow as tf
from tensorflow import keras


def attend(scores, keep):
    return tf.nn.softmax(scores + (1.0 - keep)[:, tf.newaxis, :] * -1e4)

# %% a softmax over another axis
import tensorflow as tf
from tensorflow import keras


def pool(scores, keep):
    return tf.nn.softmax(scores + (1.0 - keep)[:, :, tf.newaxis] * -1e4, axis=1)

# %% a product
import tensorflow as tf
from tensorflow import keras


def attend(scores, heat):
    return tf.nn.softmax(scores * heat[:, :, tf.newaxis])

# %% under a function that mixes the terms
import tensorflow as tf
from tensorflow import keras


def graph_attention(a, b):
    return tf.nn.softmax(tf.nn.leaky_relu(a[:, :, None] + b[:, None, :]))
