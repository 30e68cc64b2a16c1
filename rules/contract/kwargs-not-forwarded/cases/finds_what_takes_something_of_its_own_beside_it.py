import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor=1.0, *args, **kwargs):  # LL417
        super().__init__()
        self.factor = factor

    def call(self, x):
        return x * self.factor
