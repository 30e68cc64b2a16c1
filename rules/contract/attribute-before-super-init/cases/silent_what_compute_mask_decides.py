from tensorflow import keras


class Positions(keras.layers.Layer):
    def __init__(self, mask_zero=False, **kwargs):
        self.mask_zero = mask_zero
        self.supports_masking = mask_zero is not False
        super().__init__(**kwargs)

    def compute_mask(self, inputs, mask=None):
        return keras.ops.not_equal(inputs, 0) if self.mask_zero else None

    def call(self, x):
        return x


class Plain(keras.layers.Layer):
    def __init__(self, **kwargs):
        self.mask_zero = False
        self.supports_masking = self.mask_zero
        super().__init__(**kwargs)

    def call(self, x):
        return x
