import keras


class Block(keras.Model):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.inputs = value

    def call(self, x):
        return x
