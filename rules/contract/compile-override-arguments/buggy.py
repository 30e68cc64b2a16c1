"""A model with two optimizers."""

from tensorflow import keras


class Duet(keras.Model):
    """Two voices."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.voice = keras.layers.Dense(1)

    def compile(self, high, low):
        super().compile()
        self.high = keras.optimizers.get(high)
        self.low = keras.optimizers.get(low)

    def call(self, x):
        return self.voice(x)


def duet():
    """A model that is ready to be trained."""
    model = Duet()
    model.compile(high="adam", low="sgd", run_eagerly=True)
    return model
