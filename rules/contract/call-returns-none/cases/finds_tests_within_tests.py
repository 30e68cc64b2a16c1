import keras
from keras import ops


class Pool(keras.layers.Layer):
    def __init__(self, mode="mean", **kwargs):
        super().__init__(**kwargs)
        self.mode = mode

    def call(self, x, mask=None):  # LL408
        if self.mode == "mean":
            if mask is not None:
                weights = ops.cast(mask, x.dtype)[..., None]
                return ops.sum(x * weights, 1) / ops.sum(weights, 1)
        elif self.mode == "max":
            return ops.max(x, axis=1)
        else:
            return x[:, 0]
