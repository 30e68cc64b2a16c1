import keras
import tensorflow as tf
from keras import ops


# %% a size that the class's own __call__ fills in
class Pool(keras.layers.Layer):
    def __call__(self, x, index, size=None):
        if size is None:
            size = int(ops.max(index)) + 1
        return self.call(x, index=index, size=size)

    def call(self, x, index, size=None):
        index = ops.cast(index, "int32")
        if size is None:
            size = int(ops.max(index)) + 1
        return ops.segment_max(x, index, num_segments=size)


# %% a tensor of the constructor, which has its value
class Scaled(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = tf.constant(factor, dtype=tf.float32)

    def call(self, x):
        return x * float(self.factor)
