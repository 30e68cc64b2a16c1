import tensorflow as tf
from tensorflow import keras

# %% transposed back
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
        scaled = tf.transpose(scaled, perm=[0, 2, 1, 3])
        joined = tf.reshape(scaled, (batch_size, -1, self.width))
        return self.dense(joined)


# %% transposed back in the function
def attention(weights, v):
    output = tf.matmul(weights, v)
    return tf.transpose(output, [0, 2, 1, 3])


class Short(keras.layers.Layer):
    def call(self, x, weights):
        b, t = tf.shape(x)[0], tf.shape(x)[1]
        v = tf.transpose(tf.reshape(self.value(x), [b, t, 4, 8]), [0, 2, 1, 3])
        return tf.reshape(attention(weights, v), [b, t, 32])


# %% heads that are joined with the batch
class Stacked(keras.layers.Layer):
    def call(self, x, weights):
        b, t = tf.shape(x)[0], tf.shape(x)[1]
        v = tf.transpose(tf.reshape(self.value(x), [b, t, 4, 8]), [0, 2, 1, 3])
        v = tf.reshape(v, [b * 4, t, 8])
        return tf.matmul(weights, v)


# %% the scores of the heads
class Scores(keras.layers.Layer):
    def call(self, x):
        b, t = tf.shape(x)[0], tf.shape(x)[1]
        q = tf.transpose(tf.reshape(self.query(x), [b, t, 4, 8]), [0, 2, 1, 3])
        k = tf.transpose(tf.reshape(self.key(x), [b, t, 4, 8]), [0, 2, 1, 3])
        scores = tf.matmul(q, k, transpose_b=True)
        return tf.reshape(scores, [b * 4, t, t])


# %% four axes
class Kept(keras.layers.Layer):
    def call(self, x, weights):
        b, t = tf.shape(x)[0], tf.shape(x)[1]
        v = tf.transpose(tf.reshape(self.value(x), [b, t, 4, 8]), [0, 2, 1, 3])
        return tf.reshape(tf.matmul(weights, v), [b, 4, t, 8])


# %% the heads go to the batch
class Folded(keras.layers.Layer):
    def call(self, x, weights):
        b, t = tf.shape(x)[0], tf.shape(x)[1]
        v = tf.transpose(tf.reshape(self.value(x), [b, t, self.heads, 8]), [0, 2, 1, 3])
        folded = b * self.heads
        return tf.reshape(tf.matmul(weights, v), [folded, t, self.depth])


# %% the heads go to the batch, which is counted
class Counted(keras.layers.Layer):
    def call(self, x, weights):
        b, t = tf.shape(x)[0], tf.shape(x)[1]
        v = tf.transpose(tf.reshape(self.value(x), [b, t, self.heads, self.depth]), [0, 2, 1, 3])
        return tf.reshape(tf.matmul(weights, v), [-1, t, self.depth])
