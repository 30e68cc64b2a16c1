import numpy as np
import tensorflow as tf
from sklearn.datasets import make_regression
from sklearn.model_selection import train_test_split
from tensorflow import keras


# %% a docstring says the shape, and a dataset makes batches
def train(x, y):
    """x: (n, features), y: (n,)"""
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    for xb, yb in tf.data.Dataset.from_tensor_slices((x, y.astype("float32"))).batch(16):
        print(tf.reduce_mean(tf.square(yb - model(xb))))  # LL152


# %% with types, as in a list of arguments
class Trainer:
    def __init__(self):
        self.critic = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])

    def update(self, obs, returns):
        """One step.

        Args:
            obs (tf.Tensor): observations of shape (batch, 4).
            returns (tf.Tensor): discounted returns of shape (batch,).
        """
        values = self.critic(obs, training=True)
        return tf.reduce_mean(tf.math.squared_difference(returns, values))  # LL152


# %% in the style of NumPy, without a comma
def fit(features, prices):
    """
    Parameters
    ----------
    features : ndarray of shape (n_samples, n_features)
    prices : ndarray, shape [n_samples]
    """
    model = keras.Sequential([keras.layers.Dense(1)])
    model.fit(features, prices)
    return prices - model.predict(features)  # LL152


# %% a data set of Keras, with batches by hand
(x_train, y_train), (x_test, y_test) = keras.datasets.boston_housing.load_data()
net = keras.Sequential()
net.add(keras.layers.Dense(8))
net.add(keras.layers.Dense(1))
for i in range(0, len(x_train), 32):
    xb, yb = x_train[i : i + 32], y_train[i : i + 32]
    print(tf.reduce_mean(tf.abs(net(xb, training=True) - yb)))  # LL152
print(np.abs(net.predict(x_test) - y_test).mean())  # LL152


# %% data that are made, and split
x, y = make_regression(n_samples=500, n_features=8)
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2)
model = keras.Sequential([keras.layers.Dense(1)])
print(np.mean((y_test - model.predict(x_test)) ** 2))  # LL152


# %% numbers that are drawn
x = np.random.normal(size=(100, 3)).astype("float32")
y = np.random.normal(size=(100,)).astype("float32")
model = keras.Sequential([keras.layers.Dense(1)])
print(tf.reduce_mean((y - model(x)) ** 2))  # LL152
