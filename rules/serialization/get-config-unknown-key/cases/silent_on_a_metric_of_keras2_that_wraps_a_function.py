import tensorflow as tf
import tf_keras


def error(y_true, y_pred):
    return tf.abs(y_true - y_pred)


class Error(tf_keras.metrics.MeanMetricWrapper):
    def __init__(self, name="error", **kwargs):
        super().__init__(fn=error, name=name, **kwargs)
