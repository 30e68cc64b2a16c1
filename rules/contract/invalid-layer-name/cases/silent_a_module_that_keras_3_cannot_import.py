from keras import layers
from keras.engine.base_layer import Layer


class Same(Layer):
    def call(self, x):
        return x


def head(x, name):
    return layers.Dense(3, name=name + "/fc")(Same(name="output/same")(x))
