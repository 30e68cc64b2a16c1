# %% a branch on a tensor
import keras
from keras import ops


class Clip(keras.layers.Layer):
    def call(self, gradients):
        norm = ops.norm(gradients)
        if norm > 1.0:  # LL303
            gradients = gradients / norm
        return gradients
