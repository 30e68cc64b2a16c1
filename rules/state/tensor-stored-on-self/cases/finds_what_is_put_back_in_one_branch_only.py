import keras
from keras import ops


class Positive(keras.layers.Layer):
    def __init__(self, undo, **kwargs):
        super().__init__(**kwargs)
        self.undo = undo
        self.scale = None

    def call(self, inputs):
        before = self.scale
        self.scale = ops.mean(inputs)  # LL206
        outputs = inputs * self.scale
        if self.undo:
            self.scale = before
        return outputs

    def last_scale(self):
        return float(self.scale)
