import keras


class Unit(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)

    def call(self, x):
        return self.dense(x)

    def compute_output_shape(self, input_shape):  # LL406
        return input_shape[:-1] + (4,)


class Network(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first = Unit()

    def call(self, x):
        return self.first(x)


def functional():
    inputs = keras.Input((4,))
    return keras.Model(inputs, Unit()(inputs))


functional().save("network.keras")
