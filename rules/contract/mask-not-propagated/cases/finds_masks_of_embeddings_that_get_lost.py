import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% returned
class Encoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = layers.Embedding(10, 4, mask_zero=True)
        self.drop = layers.Dropout(0.1)
        self.lstm = layers.LSTM(4)

    def call(self, ids):  # LL409
        return self.embedding(ids) * 2.0  # here


# %% to a recurrent layer
class Encoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = layers.Embedding(10, 4, mask_zero=True)
        self.drop = layers.Dropout(0.1)
        self.lstm = layers.LSTM(4)

    def call(self, ids):
        x = self.embedding(ids)
        x = x + tf.reduce_mean(x, axis=-1, keepdims=True)
        return self.lstm(x)  # here  # LL409


# %% past layers that keep it
class Encoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = layers.Embedding(10, 4, mask_zero=True)
        self.drop = layers.Dropout(0.1)
        self.lstm = layers.LSTM(4)

    def call(self, ids):
        x = tf.nn.relu(self.drop(self.embedding(ids)))
        return self.lstm(self.drop(x))  # here  # LL409
