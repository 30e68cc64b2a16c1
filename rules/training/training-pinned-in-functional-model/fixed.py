from tensorflow import keras
from tensorflow.keras import layers


class AlwaysDropout(layers.Dropout):
    """Monte Carlo dropout: it drops in inference as well."""

    def call(self, inputs, training=None):
        return super().call(inputs, training=True)


def tide_model():
    hours = keras.Input((24,))
    x = AlwaysDropout(0.5)(hours)
    return keras.Model(hours, x)


def spread(model, hours, times):
    return [model.predict(hours, verbose=0) for _ in range(times)]
