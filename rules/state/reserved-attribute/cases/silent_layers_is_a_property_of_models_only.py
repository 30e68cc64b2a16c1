import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.layers = []

    def call(self, x):
        return x
