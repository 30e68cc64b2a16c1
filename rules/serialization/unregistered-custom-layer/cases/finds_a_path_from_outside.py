import sys

import keras
from keras import ops


class Center(keras.layers.Layer):  # LL506
    def call(self, x):
        return x - ops.mean(x, -1, keepdims=True)


def train(path):
    net = keras.Sequential([keras.Input((4,)), Center(), keras.layers.Dense(1)])
    net.compile("adam", "mse")
    net.save(path)


def serve(path):
    return keras.models.load_model(path)


train(sys.argv[1])
serve(sys.argv[1])
