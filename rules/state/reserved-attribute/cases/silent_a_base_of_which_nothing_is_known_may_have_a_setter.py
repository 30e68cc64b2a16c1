import keras, other


class Block(other.Mixin, keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics = []

    def call(self, x):
        return x
