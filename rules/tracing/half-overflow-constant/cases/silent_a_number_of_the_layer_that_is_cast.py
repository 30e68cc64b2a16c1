import keras
from keras import ops


class Attention(keras.layers.Layer):
    def __init__(self, heads, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.very_negative = -1e10

    def _bias(self, mask, dtype):
        return ops.where(ops.cast(mask, "bool"), ops.zeros((), dtype), ops.cast(-1e4, dtype))

    def call(self, scores, valid=None):
        if valid is not None:
            scores = scores + self._bias(valid, self.compute_dtype)
        return ops.softmax(scores, axis=-1)
