import keras


class Encoder(keras.layers.Layer):
    def __init__(self, latents=4, **kwargs):
        super().__init__(**kwargs)
        self.latents = latents

    def get_config(self):
        return {**super().get_config(), "latents": self.latents}


class Process(keras.layers.Layer):
    def __init__(self, units, latents=128, *, encoder=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.latents = latents
        if encoder:
            self.encoder = encoder
            self.latents = self.encoder.latents
        else:
            self.encoder = Encoder(latents=self.latents)

    def get_config(self):
        encoder = keras.saving.serialize_keras_object(self.encoder)
        return {**super().get_config(), "units": self.units, "encoder": encoder}

    @classmethod
    def from_config(cls, config):
        config["encoder"] = keras.saving.deserialize_keras_object(config["encoder"])
        return cls(**config)
