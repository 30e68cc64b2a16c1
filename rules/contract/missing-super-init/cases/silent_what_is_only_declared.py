# %% a stub
import keras


class Encoder(keras.layers.Layer):
    def __init__(self, units: int) -> None: ...


# %% a stub that is described
import keras


class Decoder(keras.layers.Layer):
    def __init__(self, units: int) -> None:
        """Make a decoder of so many units."""
        ...


# %% for subclasses to write
import keras


class Base(keras.layers.Layer):
    def __init__(self, units):
        raise NotImplementedError("subclasses make it")
