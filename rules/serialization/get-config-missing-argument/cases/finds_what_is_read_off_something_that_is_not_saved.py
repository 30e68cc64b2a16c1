import keras


class Process(keras.layers.Layer):
    def __init__(self, units, latents=128, *, encoder=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.latents = latents
        if encoder:
            self.encoder = encoder
            self.latents = self.encoder.latents

    def get_config(self):  # LL502
        return {**super().get_config(), "units": self.units}
