import tensorflow as tf
from tensorflow import keras


class PerSample(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.reduce_sum(tf.square(y_true - y_pred)) / y_pred.shape[0]


def train(model, x, y):
    data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8, drop_remainder=True)
    model.compile("adam", loss=PerSample())
    model.fit(data)
