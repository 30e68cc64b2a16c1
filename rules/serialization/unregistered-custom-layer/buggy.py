"""Trains a small network, keeps the best one on disk and goes on with it."""

from tensorflow import keras


class Doubling(keras.layers.Layer):
    """Multiplies its input by two."""

    def call(self, inputs):
        return 2 * inputs


def train_and_restore(x, y, path="model.keras"):
    model = keras.Sequential([keras.Input((2,)), Doubling(), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(x, y, verbose=0)
    model.save(path)
    return model, keras.models.load_model(path)
