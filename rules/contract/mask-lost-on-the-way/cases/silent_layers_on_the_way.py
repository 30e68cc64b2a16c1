# %% the layers hand it on, in a row
import keras
from keras import layers

model = keras.Sequential(
    [
        layers.Embedding(1000, 64, mask_zero=True),
        layers.Dense(64),
        layers.LayerNormalization(),
        layers.Bidirectional(layers.LSTM(16)),
    ]
)

# %% there is no mask, or nobody who asks for it
import keras
from keras import layers

model = keras.Sequential(
    [layers.Embedding(1000, 64), layers.Conv1D(32, 5), layers.LSTM(16)]
)
pooled = keras.Sequential(
    [
        layers.Embedding(1000, 64, mask_zero=True),
        layers.Conv1D(32, 5),
        layers.GlobalMaxPooling1D(),
    ]
)

# %% the mask comes behind it
import keras
from keras import layers

model = keras.Sequential(
    [layers.Reshape((10, 12)), layers.Masking(mask_value=0.0), layers.LSTM(16)]
)
tokens = keras.Input((10, 1), dtype="int32")
x = layers.Reshape((10,))(tokens)
x = layers.Embedding(100, 16, mask_zero=True)(x)
x = layers.LSTM(16)(x)

# %% it is used before the layer
import keras
from keras import layers

model = keras.Sequential(
    [
        layers.Embedding(1000, 64, mask_zero=True),
        layers.LSTM(16),
        layers.Reshape((4, 4)),
        layers.LSTM(16),
    ]
)

# %% it is given to the one behind
import keras
from keras import layers


def make(words, dim):
    tokens = keras.Input((None,), dtype="int32")
    embedding = layers.Embedding(words, dim, mask_zero=True)
    x = layers.Conv1D(dim, 3, padding="same")(embedding(tokens))
    return layers.LSTM(dim)(x, mask=embedding.compute_mask(tokens))

# %% a lambda that is not known, and a layer of the project
import keras
from keras import layers


class Shape(layers.Reshape):
    def compute_mask(self, inputs, mask=None):
        return mask


def keep(x, mask=None):
    return x


model = keras.Sequential(
    [layers.Embedding(1000, 64, mask_zero=True), layers.Lambda(keep), layers.LSTM(16)]
)
other = keras.Sequential(
    [layers.Embedding(1000, 64, mask_zero=True), Shape((10, 64)), layers.LSTM(16)]
)
told = keras.Sequential(
    [
        layers.Embedding(1000, 64, mask_zero=True),
        layers.Lambda(lambda x: x * 8.0, mask=keep),
        layers.LSTM(16),
    ]
)
