# %% a weight that goes by a name that is put together is read by one
import keras


class Scales(keras.layers.Layer):
    def __init__(self, n, **kwargs):
        super().__init__(**kwargs)
        self.n = n

    def build(self, input_shape):
        for i in range(self.n):
            setattr(self, "scale{}".format(i), self.add_weight(shape=(), name="scale"))

    def call(self, x):
        for i in range(self.n):
            x = getattr(self, "scale{}".format(i)) * x
        return x
