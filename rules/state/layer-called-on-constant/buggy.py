import tensorflow as tf
from tensorflow import keras


def text_model(words, length, dim):
    inputs = keras.Input((length,), dtype="int32")
    x = keras.layers.Embedding(words, dim)(inputs)
    positions = tf.range(start=0, limit=length, delta=1)
    x = x + keras.layers.Embedding(length, dim)(positions)
    return keras.Model(inputs, keras.layers.GlobalMaxPooling1D()(x))
