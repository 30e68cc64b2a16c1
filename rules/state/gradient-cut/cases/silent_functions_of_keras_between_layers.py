# %% the answer of a model that is trained is read by another, and is trained by itself
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers

x = keras.Input((40,))
h = layers.LSTM(16, return_sequences=True)(layers.Embedding(500, 16)(x))
spoken = layers.Dense(500, activation="softmax")(h)
tokens = layers.Lambda(K.argmax, arguments={"axis": -1})(spoken)
second = layers.Dense(1)(layers.LSTM(16)(layers.Embedding(500, 16)(tokens)))
model = keras.Model(x, [spoken, second])
model.compile("adam", ["sparse_categorical_crossentropy", "mse"])


# %% an answer at the end, which nothing is trained by
from tensorflow import keras
import tensorflow as tf
from tensorflow.keras import layers

x = keras.Input((8,))
scores = layers.Dense(10, activation="softmax")(x)
model = keras.Model(x, scores)
model.compile("adam", "sparse_categorical_crossentropy")
answer = keras.Model(x, layers.Lambda(tf.argmax, arguments={"axis": -1})(scores))


# %% the layer is trained as a part of another model
from tensorflow import keras
import tensorflow as tf
from tensorflow.keras import layers


def codes(size):
    x = keras.Input((8,))
    encoder = layers.Dense(size, activation="tanh", name="encoder")
    pretrained = keras.Sequential([x, encoder])
    pretrained.compile("adam", "mse")
    bits = layers.Lambda(tf.sign)(encoder(x))
    model = keras.Model(x, layers.Dense(8)(bits))
    model.compile("adam", "mse")
    return pretrained, model


# %% the gradient finds a way beside it
from tensorflow import keras
import tensorflow as tf
from tensorflow.keras import layers

x = keras.Input((8,))
h = layers.Dense(8)(x)
signs = layers.Lambda(tf.sign)(h)
y = layers.Dense(1)(layers.concatenate([h, signs]))
model = keras.Model(x, y)
model.compile("adam", "mse")


# %% a cast to floats, and a mean
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers

x = keras.Input((8, 4))
h = layers.Dense(8)(x)
h = layers.Lambda(K.cast, arguments={"dtype": "float32"})(h)
y = layers.Dense(1)(layers.Lambda(K.mean, arguments={"axis": 1})(h))
model = keras.Model(x, y)
model.compile("adam", "mse")
