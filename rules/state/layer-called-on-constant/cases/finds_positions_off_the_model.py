import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

# %% as an example had it
def build_classifier(num_patches, embedding_dim):
    inputs = layers.Input(shape=(num_patches, 48))
    x = layers.Dense(embedding_dim)(inputs)
    positions = tf.range(start=0, limit=num_patches, delta=1)
    position_embedding = layers.Embedding(num_patches, embedding_dim)(positions)  # LL238
    x = x + position_embedding
    return keras.Model(inputs, x)


# %% with keras.ops, expanded
def encoder(length=16, dim=8):
    inputs = keras.Input((length,))
    x = layers.Embedding(100, dim)(inputs)
    positions = ops.expand_dims(ops.arange(length), 0)
    positions = layers.Embedding(length, dim)(positions)  # LL238
    return keras.Model(inputs, layers.Add()([x, positions]))


# %% a layer with a name of its own
def vit(size, patch, dim):
    image = keras.Input((size, size, 3))
    patches = layers.Reshape((-1, dim))(layers.Conv2D(dim, patch, strides=patch)(image))
    count = (size // patch) ** 2
    table = layers.Embedding(count, dim)
    x = patches + table(np.arange(count))  # LL238
    return keras.Model(image, layers.LayerNormalization()(x))


# %% at the top level
LENGTH = 12
tokens = keras.Input((LENGTH,))
x = layers.Embedding(50, 4)(tokens)
x += layers.Embedding(LENGTH, 4)(tf.range(LENGTH))  # LL238
model = keras.Model(tokens, x)


# %% in a function of its own
def add_positions(x, length, dim):
    where = tf.range(length)
    return x + layers.Embedding(length, dim)(where)  # LL238


def lm(length, dim):
    tokens = keras.Input((length,))
    return keras.Model(tokens, add_positions(layers.Embedding(50, dim)(tokens), length, dim))
