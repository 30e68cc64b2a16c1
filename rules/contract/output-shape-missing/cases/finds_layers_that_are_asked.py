from tensorflow.keras import layers


class Scale(layers.Layer):
    def call(self, x):
        return 2.0 * x


# %% wrapped
def net(x):
    return layers.TimeDistributed(Scale())(x)  # LL418


# %% wrapped, by keyword
def film(x):
    each = layers.TimeDistributed(layer=Scale())  # LL418
    return each(x)


# %% one child
class Parent(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scale = Scale()

    def compute_output_shape(self, input_shape):
        return self.scale.compute_output_shape(input_shape)  # LL418

    def call(self, x):
        return self.scale(x)


# %% numbered children
class Parent(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.parts = [Scale(), Scale()]

    def build(self, shape):
        for number, part in enumerate(self.parts):
            part.build(shape)
            shape = part.compute_output_shape(shape)  # LL418

    def call(self, x):
        return self.parts[1](self.parts[0](x))
