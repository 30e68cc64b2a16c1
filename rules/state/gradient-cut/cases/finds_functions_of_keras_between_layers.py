# Run: after `fit` the layers in front of the function are as they were drawn.
# %% tokens of a first network are words for a second one
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers

letters = keras.Input((40,))
h = layers.Embedding(500, 16)(letters)
h = layers.LSTM(16, return_sequences=True)(h)
spoken = layers.Dense(500, activation="softmax")(h)
spoken = layers.Lambda(K.argmax, arguments={"axis": -1})(spoken)  # LL223
spoken = layers.Lambda(K.cast, arguments={"dtype": "float32"})(spoken)
heard = layers.Embedding(500, 16)(spoken)
heard = layers.LSTM(16, return_sequences=True)(heard)
model = keras.Model(letters, layers.Dense(500, activation="softmax")(heard))
model.compile("adam", "sparse_categorical_crossentropy")


# %% layers that have names
from tensorflow import keras
import tensorflow as tf
from tensorflow.keras import layers


def codes(size):
    x = keras.Input((8,))
    encoder = layers.Dense(size, activation="softmax", name="encoder")
    decoder = layers.Dense(8)
    code = encoder(x)
    picked = layers.Lambda(lambda c: tf.one_hot(tf.argmax(c, axis=-1), size))(code)  # LL223
    model = keras.Model(x, decoder(picked))
    model.compile("adam", "mse")
    return model


# %% signs by the name of the function
from tensorflow import keras
import tensorflow as tf
from tensorflow.keras import layers


def hashes(bits):
    x = keras.Input((8,))
    h = layers.Dense(bits, activation="tanh")(x)
    h = layers.Lambda(tf.sign)(h)  # LL223
    y = layers.Dense(1)(h)
    model = keras.Model(x, y)
    model.compile("adam", "mse")
    return model


# %% a test, and a sum of what comes of it
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers

x = keras.Input((8,))
gate = layers.Dense(8, activation="sigmoid")(x)
chosen = layers.Lambda(K.round)(gate)  # LL223
model = keras.Model(x, layers.Dense(1)(layers.multiply([x, chosen])))
model.compile("adam", "mse")
