import keras
from keras import ops


class Attention(keras.layers.Layer):
    def __init__(self, heads, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.very_negative = -1e10

    def _bias(self, mask, dtype):
        return (1.0 - ops.cast(mask, dtype)) * ops.cast(self.very_negative, dtype)  # LL310

    def call(self, scores, valid=None):
        if valid is not None:
            scores = scores + self._bias(valid, self.compute_dtype)
        return ops.softmax(scores, axis=-1)
