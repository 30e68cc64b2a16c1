import keras
import tensorflow as tf
from keras import ops



class Mean(keras.layers.Layer):
    def call(self, x, index, weight):
        degree = ops.segment_sum(weight, index)
        inverse = ops.where(ops.equal(degree, 0), 0.0, 1.0 / degree)
        return x * ops.expand_dims(inverse, -1)
