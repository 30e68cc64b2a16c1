import keras


class Autoencoder(keras.Model):
    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder

    def call(self, x):
        return self.decoder(self.encoder(x))


def save(x):
    model = Autoencoder(keras.Sequential([keras.layers.Dense(2)]), keras.layers.Dense(4))
    model(x)
    model.encoder.save("encoder.keras")


def load(decoder):
    return Autoencoder(keras.models.load_model("encoder.keras"), decoder)
