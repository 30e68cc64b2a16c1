import keras


# %% a docstring
class Scale(keras.layers.Layer):
    """Needs no custom_objects, and nobody has to register it."""

    def call(self, x):
        return 2 * x


class Shift(Scale):  # LL506
    def call(self, x):
        return x + 1


def run():
    model = keras.Sequential([keras.Input((2,)), Shift()])
    model.save("shift.keras")
    return keras.models.load_model("shift.keras")


# %% a comment
class Scale(keras.layers.Layer):  # LL506
    def call(self, x):
        return 2 * x  # to be registered some day


def run():
    model = keras.Sequential([keras.Input((2,)), Scale()])
    model.save("scale.keras")
    return keras.models.load_model("scale.keras")
