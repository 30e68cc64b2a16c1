import tensorflow as tf


# %% a function for each column
def columns(n):
    row = tf.keras.Input((n,))
    parts = []
    for i in range(n):

        def pick(v):  # LL313
            return v[:, i : i + 1]

        parts.append(tf.keras.layers.Lambda(pick)(row))
    return tf.keras.Model(row, parts)
