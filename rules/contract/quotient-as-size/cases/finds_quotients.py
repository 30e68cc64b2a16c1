from tensorflow import keras
from tensorflow.keras import layers

# %% in the call


def block(x, filters, ratio):
    x = layers.Conv2D(filters / 2, 1)(x)  # LL446
    x = layers.Conv2D(filters=2 * filters / ratio, kernel_size=3)(x)  # LL446
    return layers.LSTM(64 / 2 + 1)(x)  # LL446


# %% with a name


class Attend(layers.Layer):
    def __init__(self, width, heads, **kwargs):
        super().__init__(**kwargs)
        size = width / heads  # LL446
        self.attention = layers.MultiHeadAttention(heads, size)


# %% in a stack


def build(width):
    return keras.Sequential(
        [
            layers.Embedding(1000, width / 4),  # LL446
            layers.MaxPooling1D(pool_size=width / 8),  # LL446
            layers.Dense(width // 2),
        ]
    )


# %% floors of a quotient are floats


def pool(x, size):
    return layers.AveragePooling2D((size / 2) // 1)(x)  # LL446
