"""A model that doubles, saved and loaded."""

from tensorflow import keras


def build():
    """Doubles three numbers."""
    return keras.Sequential([keras.Input((3,)), keras.layers.Lambda(lambda x: 2.0 * x)])


def again(path):
    """The model, as a file has it."""
    build().save(path)
    return keras.models.load_model(path)
