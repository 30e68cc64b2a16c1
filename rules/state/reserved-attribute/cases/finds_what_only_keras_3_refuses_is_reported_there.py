import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.path = value  # LL212

    def call(self, x):
        return x
