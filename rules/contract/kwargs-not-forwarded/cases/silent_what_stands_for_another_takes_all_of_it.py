import keras


class Nothing(keras.layers.Layer):
    """In the place of a normalization, and made as that is."""

    def __init__(self, *args, **kwargs):
        super().__init__()

    def call(self, x):
        return x
