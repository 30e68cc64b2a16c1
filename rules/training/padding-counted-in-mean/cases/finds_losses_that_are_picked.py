import tensorflow as tf
from tensorflow import keras

# %% zeros where the mask is not


class Masked(keras.losses.Loss):
    def __init__(self, pad=0):
        super().__init__()
        self.pad = pad

    def call(self, labels, logits):
        each = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits)
        keep = tf.not_equal(labels, self.pad)
        each = tf.where(keep, each, tf.zeros_like(each))
        return tf.reduce_mean(each)  # LL148
