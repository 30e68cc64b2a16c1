# %% nothing is traced
import numpy as np


def grid_loss(y_true, y_pred):
    return np.mean(np.square(y_pred - y_true))


def train(model, x, y):
    model.compile(optimizer="adam", loss=grid_loss, run_eagerly=True)

# %% a shape, and a constant
import numpy as np
import tensorflow as tf


def scaled(y_true, y_pred):
    size = np.prod(y_pred.shape[1:])
    return tf.reduce_mean(tf.square(y_pred - y_true)) / size * np.log(2.0)


def train(model):
    model.compile(optimizer="adam", loss=scaled)

# %% after the predictions became a number of their own
import numpy as np


def score(y_true, y_pred):
    y_true, y_pred = y_true.eval(), y_pred.eval()
    return np.mean(y_true == y_pred)


def train(model):
    model.compile(optimizer="adam", loss="mse", metrics=[score])
