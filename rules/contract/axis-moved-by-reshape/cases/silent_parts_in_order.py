# %% split where the axis is
import tensorflow as tf


def group(x, groups):
    shape = tf.shape(x)
    rows, columns, channels = x.shape[1], x.shape[2], x.shape[3]
    return tf.reshape(x, (shape[0], rows, columns, groups, channels // groups))


def channels_first(x, groups):
    shape = tf.shape(x)
    channels, rows, columns = x.shape[1], x.shape[2], x.shape[3]
    return tf.reshape(x, (shape[0], groups, channels // groups, rows, columns))


def heads(x, heads, depth):
    x = tf.reshape(x, (tf.shape(x)[0], tf.shape(x)[1], heads, depth))
    return tf.transpose(x, (0, 2, 1, 3))


# %% sizes of another tensor, or of what it was before
import tensorflow as tf


def merged(x, y, heads, depth):
    size, time = tf.shape(y)[0], tf.shape(y)[1]
    return tf.reshape(x, (size, heads, time, depth))


def turned(x, heads, depth):
    size, time = tf.shape(x)[0], tf.shape(x)[1]
    x = tf.reshape(x, (size, time, heads, depth))
    x = tf.transpose(x, (0, 2, 1, 3))
    x = tf.nn.softmax(x)
    return tf.reshape(x, (size, heads, time, depth))


# %% an axis of one, and a batch that is left open
import tensorflow as tf


def row(x):
    shape = tf.shape(x)
    return tf.reshape(x, (shape[0], 1, shape[1], shape[2]))


def row_again(x, depth):
    shape = tf.shape(x)
    return tf.reshape(x, (shape[0], 1, shape[1], depth))


def windows(x, count):
    shape = tf.shape(x)
    return tf.reshape(x, (-1, count, shape[1], shape[2]))


def of_batches(x, count):
    shape = tf.shape(x)
    return tf.reshape(x, (shape[0] // count, count, shape[1], shape[2]))


# %% the first of the axes is split
import tensorflow as tf


def frames(x, count):
    shape = tf.shape(x)
    return tf.reshape(x, (shape[0], count, shape[1] // count, shape[2], shape[3]))


def patches(x, size):
    shape = tf.shape(x)
    rows, columns = shape[1] // size, shape[2] // size
    return tf.reshape(x, (shape[0], rows, size, columns, size, shape[3]))
