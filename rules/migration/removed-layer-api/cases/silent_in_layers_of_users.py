# %% a method of the class's own
import keras


class Logged(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.found = {}

    def add_metric(self, value, name):
        self.found[name] = value

    def call(self, x):
        self.add_metric(keras.ops.mean(x), "mean")
        return x


# %% it asks whether it is there
import keras


class Careful(keras.layers.Layer):
    def call(self, x):
        if hasattr(self, "add_metric"):
            self.add_metric(keras.ops.mean(x), name="mean")
        return x
