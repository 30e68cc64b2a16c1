import keras


class Block(keras.Model):
    def __init__(self, value=None, **kwargs):
        super().__init__(inputs=value, outputs=value, **kwargs)
        self.inputs = value  # LL212

    def call(self, x):
        return x
