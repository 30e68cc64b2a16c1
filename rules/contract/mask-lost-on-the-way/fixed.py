"""Classifies sentences by an LSTM over scaled embeddings."""

import math

from tensorflow import keras
from tensorflow.keras import layers


def make_model(words=50, dim=16):
    tokens = keras.Input((None,), dtype="int32")
    embedding = layers.Embedding(words, dim, mask_zero=True)
    x = embedding(tokens)
    x = x * math.sqrt(dim)
    x = layers.LSTM(8)(x, mask=embedding.compute_mask(tokens))
    return keras.Model(tokens, layers.Dense(3)(x))


def make_reader(words=50, dim=16):
    return keras.Sequential(
        [
            layers.Embedding(words, dim, mask_zero=True),
            layers.LSTM(8),
        ]
    )
