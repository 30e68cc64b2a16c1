import keras
import tensorflow as tf


class Relative(keras.losses.Loss):
    def __call__(self, y_true, y_pred, sample_weight=None):
        return tf.reduce_mean(tf.abs(y_true - y_pred) / y_true)


def trained(model, x, y):
    model.compile("sgd", Relative())
    model.fit(x, y, epochs=3)
    return model
