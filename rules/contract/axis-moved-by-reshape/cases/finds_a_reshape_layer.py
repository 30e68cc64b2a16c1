import tensorflow as tf
from tensorflow.keras import layers


def multi_head_pool(steps=6, heads=2, depth=3):
    """Splits the features into heads and pools each over time."""
    series = layers.Input((steps, 4))
    h = layers.Dense(heads * depth, activation="tanh")(series)
    h = layers.Reshape((heads, steps, depth))(h)  # LL445
    pooled = layers.GlobalAveragePooling2D(data_format="channels_first")(h)
    out = layers.Dense(1)(pooled)
    return tf.keras.Model(series, out)
