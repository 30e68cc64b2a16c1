import tensorflow as tf
from tensorflow import keras


def precision(y_true, y_pred):
    return tf.reduce_sum(y_true * y_pred) / (tf.reduce_sum(y_pred) + 1e-7)


def watch(path):
    return keras.callbacks.ModelCheckpoint(
        path, monitor="val_precision", save_best_only=True
    )


def prepare(model):
    model.compile("sgd", "mse", metrics=[precision])  # layerlint: ignore[LL136]
