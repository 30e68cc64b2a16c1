# %% renamed when TensorFlow 2 came
import tensorflow.compat.v1 as tf
import tensorflow.keras.layers as layers


def downsample(x, collection="ds"):
    with tf.variable_scope(collection):
        net = layers.Conv1D(filters=8, kernel_size=3)(x)
        tf.add_to_collection(collection, net)
        return tf.nn.relu(net)


# %% the other way to import it
from tensorflow.compat import v1 as tf
from tensorflow.keras import layers

images = tf.placeholder(tf.float32, (None, 8))


def head(x):
    return tf.reduce_mean(layers.Dense(4)(x), axis=1)
