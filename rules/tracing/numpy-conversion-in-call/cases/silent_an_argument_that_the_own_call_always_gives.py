import keras
from keras import ops


# %% it is asked for twice, and bound anew where it is missing
class Total(keras.layers.Layer):
    def __call__(self, x, index, size=None):
        if size is None:
            size = int(ops.shape(x)[0])
        return self.call(x, index, size=size)

    def call(self, x, index, size=None):
        if size is None:
            size = int(ops.max(index)) + 1
        return self.reduce(x * 2.0, index, size)

    def reduce(self, x, index, size=None):
        if size is None:
            size = int(ops.max(index)) + 1
        return ops.segment_sum(x, index, num_segments=size)
