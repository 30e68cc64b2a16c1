import tensorflow as tf


# %% the value is kept in a default
def columns(n):
    row = tf.keras.Input((n,))
    parts = []
    for i in range(n):

        def pick(v, i=i):
            return v[:, i : i + 1]

        parts.append(tf.keras.layers.Lambda(pick)(row))
    return tf.keras.Model(row, parts)


# %% a local of the same name
def columns(n):
    row = tf.keras.Input((n,))
    parts = []
    for i in range(n):

        def pick(v):
            i = 0
            return v[:, i : i + 1]

        parts.append(tf.keras.layers.Lambda(pick)(row))
    return tf.keras.Model(row, parts)


# %% a function from elsewhere
def first(v):
    return v[:, :1]


def columns(n):
    row = tf.keras.Input((n,))
    return [tf.keras.layers.Lambda(first)(row) for i in range(n)]
