# %% a loss
import numpy as np
import tensorflow as tf


def grid_loss(y_true, y_pred):
    boxes = np.array(y_pred).reshape((-1, 7, 7, 5))  # LL302
    return tf.reduce_mean(tf.square(boxes - y_true))


def train(model, x, y):
    model.compile(optimizer="adam", loss=grid_loss)
    model.fit(x, y)

# %% a metric of scikit-learn
from sklearn.metrics import f1_score


def f1(y_true, y_pred):
    return f1_score(y_true, y_pred)  # LL302


def prepare(model):
    model.compile("adam", "mse", metrics=[f1])
