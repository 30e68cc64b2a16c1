import keras


class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        pass

    def call(self, x):
        return x


class Below(Block):
    def build(self, s):
        self.losses = []  # LL212
