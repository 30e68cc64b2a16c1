import numpy as np
import keras


def build(items):
    def likelihood(args):
        x, trans = args
        return keras.ops.sum(x) + keras.ops.sum(trans)

    trans = keras.Variable(np.ones((3, 3)))
    return keras.layers.Lambda(likelihood)([items, trans])
