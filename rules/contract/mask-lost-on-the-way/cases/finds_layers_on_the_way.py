# %% in a row of layers
import keras
from keras import layers

model = keras.Sequential(
    [
        layers.Embedding(1000, 64, mask_zero=True),
        layers.Dropout(0.2),
        layers.Conv1D(32, 5, padding="same", activation="relu"),  # LL437
        layers.MaxPooling1D(2),
        layers.Bidirectional(layers.LSTM(16)),
        layers.Dense(1),
    ]
)

# %% added one after the other
from tensorflow.keras import layers
from tensorflow.keras.models import Sequential

model = Sequential()
model.add(layers.Masking(mask_value=0.0))
model.add(layers.Reshape((10, 12)))  # LL437
model.add(layers.GRU(16))

# %% called one after the other
import keras
from keras import layers


def make(words, window, dim):
    tokens = keras.Input((window, 1), dtype="int32")
    flat = layers.Reshape((window,))(tokens)
    x = layers.Embedding(words, dim, mask_zero=True)(flat)
    shape = layers.Reshape((window, dim))
    x = shape(x)  # LL437
    return keras.Model(tokens, layers.LSTM(dim)(x))

# %% in `call`, and a lambda that computes
import keras
from keras import layers


class Reader(keras.Model):
    def __init__(self, words, dim, **kwargs):
        super().__init__(**kwargs)
        self.embedding = layers.Embedding(words, dim, mask_zero=True)
        self.scale = layers.Lambda(lambda x: x * 8.0)
        self.pool = layers.GlobalAveragePooling1D()

    def call(self, tokens):
        return self.pool(self.scale(self.embedding(tokens)))  # LL437

# %% arithmetic behind a convolution
import keras
from keras import layers

tokens = keras.Input((None,), dtype="int32")
x = layers.Embedding(100, 16, mask_zero=True)(tokens)
x = layers.Conv1D(16, 3, padding="causal")(x)  # LL437
x = layers.LSTM(8)(x * 2.0)
