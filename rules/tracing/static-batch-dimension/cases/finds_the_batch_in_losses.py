import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% a class, in the shape that something is given


class Explained(keras.losses.Loss):
    def call(self, y_true, y_pred):
        y_pred = tf.convert_to_tensor(y_pred)
        y_true = tf.cast(y_true, y_pred.dtype)
        mean = tf.reshape(tf.reduce_mean(y_true, axis=1), (y_pred.shape[0], 1))  # LL304
        return tf.reduce_sum(tf.square(y_true - mean), axis=1)


# %% a class that counts its samples


class PerSample(keras.losses.Loss):
    def call(self, y_true, y_pred):
        total = tf.reduce_sum(tf.square(y_true - y_pred))
        return total / y_pred.shape[0]  # LL304


# %% pairs in a batch


class Pairs(keras.losses.Loss):
    def call(self, y_true, y_pred):
        count = y_pred.shape[0]  # LL304
        close = tf.matmul(y_pred, y_true, transpose_b=True)
        return tf.nn.softmax_cross_entropy_with_logits(tf.eye(count), close)


# %% a function


def summed(y_true, y_pred):
    y_true = tf.cast(y_true, tf.float32)
    count = y_pred.shape[0]  # LL304
    return tf.reduce_sum(tf.square(y_true - y_pred)) / count


def train(model):
    model.compile("adam", loss=summed)


# %% a function that another makes, and a metric


def rows(width):
    def loss(y_true, y_pred):
        flat = K.reshape(y_pred, (K.int_shape(y_pred)[0], width))  # LL304
        return K.mean(K.square(y_true - flat), axis=-1)

    return loss


def share(y_true, y_pred):
    return tf.reduce_sum(tf.cast(y_true == y_pred, tf.float32)) / y_true.shape[0]  # LL304


def prepare(model):
    model.compile("adam", loss=rows(4), metrics=[share])


# %% a metric that counts samples


class Misses(keras.metrics.Metric):
    def __init__(self, name="misses", **kwargs):
        super().__init__(name=name, **kwargs)
        self.misses = self.add_weight(name="misses", initializer="zeros")
        self.seen = self.add_weight(name="seen", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = tf.cast(y_true, y_pred.dtype)
        self.misses.assign_add(tf.reduce_sum(tf.abs(y_true - y_pred)))
        self.seen.assign_add(tf.cast(y_true.shape[0], tf.float32))  # LL304

    def result(self):
        return self.misses / self.seen


def count(model):
    model.compile("adam", "mse", metrics=[Misses()])
