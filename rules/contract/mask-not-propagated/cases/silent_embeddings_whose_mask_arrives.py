import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% layers keep it
class Encoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = layers.Embedding(10, 4, mask_zero=True)
        self.drop = layers.Dropout(0.1)
        self.lstm = layers.LSTM(4)

    def call(self, ids):
        return self.lstm(self.drop(self.embedding(ids)))


# %% passed
class Encoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = layers.Embedding(10, 4, mask_zero=True)
        self.drop = layers.Dropout(0.1)
        self.lstm = layers.LSTM(4)

    def call(self, ids):
        mask = ids != 0
        return self.lstm(self.embedding(ids) * 2.0, mask=mask)


# %% made again
class Encoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = layers.Embedding(10, 4, mask_zero=True)
        self.drop = layers.Dropout(0.1)
        self.lstm = layers.LSTM(4)

    def call(self, ids):
        x = self.embedding(ids) * 2.0
        return x, self.embedding.compute_mask(ids)


# %% no steps left
class Encoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = layers.Embedding(10, 4, mask_zero=True)
        self.drop = layers.Dropout(0.1)
        self.lstm = layers.LSTM(4)

    def call(self, ids):
        return tf.reduce_sum(self.embedding(ids), axis=1)
