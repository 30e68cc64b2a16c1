import tensorflow as tf
from tensorflow import keras


class VAE(keras.Model):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder

    def compile(self, optimizer, beta=1.0, **kwargs):
        super().compile(optimizer=optimizer, **kwargs)
        self.beta = beta

    def call(self, x):
        return self.decoder(self.encoder(x))


def create(latent=2, dim=4):
    return VAE(
        keras.Sequential([keras.layers.Dense(latent)]), keras.Sequential([keras.layers.Dense(dim)])
    )


def main(x):
    settings = {"optimizer": "adam", "beta": 4.0, "jit_compile": False}
    model = create()
    model.compile(**settings)
    model.predict(x, verbose=0)
    return model
