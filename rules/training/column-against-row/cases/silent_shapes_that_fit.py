import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])


# %% columns
def train(x, price):
    y = price.reshape(-1, 1)
    return tf.reduce_mean(tf.square(y - model(x)))


# %% rows
def train(x, price):
    y = price.reshape(-1)
    return tf.reduce_mean(tf.square(y - model(x)[:, 0])) + tf.reduce_mean(y - tf.squeeze(model(x)))


# %% targets whose shape nobody tells
def train(x, y):
    return tf.reduce_mean(tf.square(y - model(x)))


# %% some calls give a column
def loss(x, y):
    return tf.reduce_mean(tf.square(y - model(x)))


def train(x, y):
    return loss(x, y.reshape(-1)) + loss(x, y.reshape(-1, 1))


# %% every pair is meant
def ranking(x):
    scores = model(x)
    return tf.nn.relu(1.0 - (tf.squeeze(scores, -1) - scores))


# %% one column is added
def train(x, price):
    y = tf.expand_dims(tf.reshape(price, [-1]), -1)
    return tf.reduce_mean(tf.square(y - model(x)))


# %% several outputs
def train(x, price):
    several = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
    return several(x) - price.reshape(-1)


# %% axes that are kept
def train(x, states):
    actor = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
    best = tf.reduce_max(actor(states), axis=1, keepdims=True)
    return tf.reduce_mean(tf.square(best - model(x)))


# %% a dataset of columns, and one that is not in batches
def train(features, price):
    ds = tf.data.Dataset.from_tensor_slices((features, price.reshape(-1, 1))).batch(8)
    for x, y in ds:
        print(y - model(x))
    for x, y in tf.data.Dataset.from_tensor_slices((features, price.reshape(-1))):
        print(y - model(tf.reshape(x, (1, 3))))
    for x, y in tf.data.Dataset.from_tensor_slices((features, price.reshape(-1))).batch(1):
        print(y - model(x))


# %% one sample at a time
def learn(state, following, reward):
    actor = keras.Sequential([keras.Input((4,)), layers.Dense(2)])
    best = tf.reduce_max(actor(following[None, :]), axis=1)
    return tf.square(reward + 0.9 * best - model(state[None, :]))
