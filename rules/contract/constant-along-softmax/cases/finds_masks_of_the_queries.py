# %% added in the sum
import keras
from keras import ops


class Attention(keras.layers.Layer):
    def call(self, q, k, keep):
        scores = ops.matmul(q, ops.transpose(k, (0, 2, 1)))
        return ops.softmax(scores - 1e4 * ops.expand_dims(1.0 - keep, -1))  # LL433

# %% through a name
import tensorflow as tf
from tensorflow import keras


def attend(q, k, v, keep):
    scores = tf.matmul(q, k, transpose_b=True)
    masked = scores + (1.0 - keep[:, :, None]) * -1e4  # LL433
    return tf.matmul(tf.nn.softmax(masked, -1), v)

# %% taken away later
from tensorflow import keras
from tensorflow.keras import backend as K


def attend(scores, keep):
    scores -= 1e4 * K.cast(1.0 - keep[:, None, :, None], "float32")  # LL433
    return K.softmax(scores)

# %% in a layer of Keras 3
import keras
from keras import ops


class Pool(keras.layers.Layer):
    def call(self, scores, bias):
        scores = scores + bias[..., None]  # LL433
        return ops.softmax(scores, axis=-1)
