# %% a method that the class calls is for them to write
import keras


class Head(keras.layers.Layer):
    def __init__(self, units, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def call(self, x):
        return self.transform(x)

    def transform(self, x):
        """The scores of features."""
        raise NotImplementedError("write transform")


# %% a loss of which only the reduction is there
import keras


class Weighted(keras.losses.Loss):
    def __init__(self, weight=1.0, name="weighted"):
        super().__init__(name=name)

    def call(self, y_true, y_pred):
        raise NotImplementedError
