import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Encoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = layers.Embedding(10, 4, mask_zero=False)
        self.drop = layers.Dropout(0.1)
        self.lstm = layers.LSTM(4)

    def call(self, ids):
        return self.embedding(ids) * 2.0
