import tensorflow as tf
from tensorflow import keras


# %% the flag goes to a part
class Whiten(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = keras.layers.Dropout(0.5)

    def call(self, inputs, training=True):  # LL106
        covariance = tf.matmul(inputs, inputs, transpose_a=True)
        return self.drop(inputs @ tf.linalg.inv(covariance), training=training)
