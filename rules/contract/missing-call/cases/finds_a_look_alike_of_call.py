import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Shift(layers.Layer):
    def forward(self, x):  # here  # LL416
        return x + 1.0
