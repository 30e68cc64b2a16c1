import tensorflow as tf
from tensorflow import keras


class FocalLoss(keras.layers.Layer):
    def __init__(self, inner, gamma=1.5):
        super().__init__()
        self.inner = inner
        self.gamma = gamma

    def call(self, pred, true):
        return self.inner(pred, true) * (1.0 - tf.sigmoid(pred)) ** self.gamma
