import numpy as np
import tensorflow as tf
from sklearn.datasets import make_regression
from sklearn.model_selection import train_test_split
from tensorflow import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])


# %% both have columns
def loss(x, y):
    """x: (n, 4), y: (n, 1)"""
    return model(x) - y


# %% either is taken
def loss(x, y):
    """x: (n, 4), y: (n,) or (n, 1)"""
    return model(x) - tf.reshape(y, (-1, 1))


def second(x, y):
    """x: (n, 4), y: (n,) or (n, 1)"""
    return model(x) - y


# %% what is told is changed
def loss(x, y):
    """
    x: (n, 4)
    y: (n,)
    """
    y = y[:, None]
    return model(x) - y


# %% who calls it gives a column
def loss(x, y):
    """x: (n, 4), y: (n,)"""
    return model(x) - y


def train(x, y):
    return loss(x, y.reshape(-1, 1))


# %% each sample and each bin
def distances(x, edges):
    """x: (n, 4), edges: (k,)"""
    return model(x) - edges


noise = np.random.normal(size=(10,))
drawn = model.predict(np.zeros((3, 4))) - noise


# %% several targets, and targets in columns
many, targets = make_regression(n_samples=500, n_features=4, n_targets=3)
print(targets - model.predict(many))
x, y = make_regression(n_samples=500, n_features=4)
y = y.reshape(-1, 1)
x_train, x_test, y_train, y_test = train_test_split(x, y)
print(y_test - model.predict(x_test))
(x_train, y_train), (x_test, y_test) = keras.datasets.cifar10.load_data()
print(y_test - model.predict(x_test))


# %% a column is drawn
y = np.random.normal(size=(100, 1))
print(y - model.predict(np.zeros((100, 4))))
