import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %% an attention that ends the mask


class Attend(layers.Layer):
    supports_masking = True

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(input_shape[-1], 1))

    def call(self, x, mask=None):
        share = tf.nn.softmax(tf.matmul(x, self.w), axis=1)  # LL430
        return tf.reduce_sum(share * x, axis=1)

    def compute_mask(self, inputs, mask=None):
        return None


# %% a Lambda that is added


def reader(words):
    model = keras.Sequential()
    model.add(layers.Embedding(words, 32, mask_zero=True))
    model.add(layers.GRU(32, return_sequences=True))
    model.add(layers.Lambda(lambda x: tf.reduce_mean(x, axis=1)))  # LL430
    return model


# %% a Lambda in a list

model = keras.Sequential(
    [
        layers.Masking(),
        layers.Bidirectional(layers.LSTM(4, return_sequences=True)),
        layers.Lambda(lambda seq: keras.backend.max(seq, axis=1)),  # LL430
    ]
)

# %% a Lambda in a functional model

tokens = keras.Input((None,), dtype="int32")
x = layers.Embedding(9, 4, mask_zero=True)(tokens)
x = layers.Dropout(0.1)(x)
x = layers.Lambda(lambda t: tf.reduce_sum(t, axis=1))(x)  # LL430
