import keras
import tensorflow as tf
from keras import ops



class Scaled(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scale = 1.0

    def call(self, x):
        if not self.built:
            self.scale *= 2.0
        return x * self.scale
