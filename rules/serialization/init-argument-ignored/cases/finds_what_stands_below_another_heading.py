import keras


class Block(keras.layers.Layer):
    def __init__(
        self,
        units,
        # Reserved
        transform=None,
        # Regularization
        rate=0.5,  # LL507
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.units = units

    def call(self, x):
        return x * self.units
