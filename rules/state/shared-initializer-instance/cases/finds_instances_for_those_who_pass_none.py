import keras
from keras import initializers


class Either(keras.layers.Layer):
    def __init__(self, units, kernel_initializer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.start = kernel_initializer or initializers.TruncatedNormal(stddev=0.02)

    def build(self, shape):
        self.a = self.add_weight(shape=(shape[-1], self.units), initializer=self.start, name="a")
        self.b = self.add_weight(
            shape=(shape[-1], self.units),
            initializer=self.start,  # LL209
            name="b",
        )

    def call(self, x):
        return keras.ops.matmul(x, self.a) * keras.ops.matmul(x, self.b)


class Asked(keras.layers.Layer):
    def __init__(self, units, start=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.start = initializers.RandomNormal() if start is None else start

    def build(self, shape):
        self.a = self.add_weight(shape=(shape[-1], self.units), initializer=self.start, name="a")
        self.b = self.add_weight(
            shape=(shape[-1], self.units),
            initializer=self.start,  # LL209
            name="b",
        )

    def call(self, x):
        return keras.ops.matmul(x, self.a) * keras.ops.matmul(x, self.b)
