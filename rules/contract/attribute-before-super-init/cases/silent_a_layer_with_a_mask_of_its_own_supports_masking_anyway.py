import keras


class Flat(keras.layers.Flatten):
    def __init__(self, **kwargs):
        self.supports_masking = True
        super().__init__(**kwargs)

    def compute_mask(self, inputs, mask=None):
        return mask
