import tf_keras


class Masked(tf_keras.layers.Dense):
    def __init__(self, units, mask, **kwargs):
        super().__init__(units, **kwargs)
        self.mask = mask

    def build(self, input_shape):
        super().build(input_shape)
        self.kernel = self.kernel * self.mask  # LL208
