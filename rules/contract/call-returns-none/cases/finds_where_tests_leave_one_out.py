import keras


class Attention(keras.layers.Layer):
    def call(self, x, scores=False, mask=None):  # LL408
        if scores and mask is None:
            return x, x
        elif not scores and mask is not None:
            return x, mask
        elif scores and mask is not None:
            return x, x, mask
