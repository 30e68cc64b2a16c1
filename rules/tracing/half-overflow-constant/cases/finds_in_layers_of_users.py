# %% a big mask
import keras
from keras import ops


class Attend(keras.layers.Layer):
    def call(self, scores, mask=None):
        if mask is not None:
            scores = scores + (1.0 - ops.cast(mask, scores.dtype)) * -1e9  # LL310
        return ops.softmax(scores)
