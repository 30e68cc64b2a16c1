import keras


class Described(keras.layers.Layer):
    def __init__(self, units=1, masks=False, precision=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = masks

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "masks": self.supports_masking,
            "precision": self.compute_dtype,
        }
