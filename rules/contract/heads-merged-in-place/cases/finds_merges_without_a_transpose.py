import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% attention in a function of its own
def attention(q, k, v, mask):
    scores = tf.matmul(q, k, transpose_b=True)
    weights = tf.nn.softmax(scores + mask * -1e9, axis=-1)
    output = tf.matmul(weights, v)
    return output, weights


class MultiHead(keras.layers.Layer):
    def split_heads(self, x, batch_size):
        x = tf.reshape(x, (batch_size, -1, self.heads, self.depth))
        return tf.transpose(x, perm=[0, 2, 1, 3])

    def call(self, q, k, v, mask):
        batch_size = tf.shape(q)[0]
        q = self.split_heads(self.wq(q), batch_size)
        k = self.split_heads(self.wk(k), batch_size)
        v = self.split_heads(self.wv(v), batch_size)
        scaled, weights = attention(q, k, v, mask)
        joined = tf.reshape(scaled, (batch_size, -1, self.width))  # LL436
        return self.dense(joined)


# %% all in one method, with an operator
class Short(keras.layers.Layer):
    def call(self, x):
        b, t = tf.shape(x)[0], tf.shape(x)[1]
        v = tf.transpose(tf.reshape(self.value(x), [b, t, 4, 8]), [0, 2, 1, 3])
        return tf.reshape(self.weights_of(x) @ v, [b, t, 32])  # LL436


# %% with keras.ops
class Ops(keras.layers.Layer):
    def split(self, x):
        x = keras.ops.reshape(x, (-1, self.length, self.heads, self.depth))
        return keras.ops.transpose(x, (0, 2, 1, 3))

    def call(self, x, weights):
        seen = keras.ops.matmul(weights, self.split(x))
        return keras.ops.reshape(seen, (-1, self.length, self.width))  # LL436


# %% with the backend of Keras
def attend(weights, x, b, t):
    v = K.permute_dimensions(K.reshape(x, (b, t, 4, 8)), (0, 2, 1, 3))
    seen = tf.matmul(weights, v)
    return K.reshape(seen, (b, t, 32))  # LL436
