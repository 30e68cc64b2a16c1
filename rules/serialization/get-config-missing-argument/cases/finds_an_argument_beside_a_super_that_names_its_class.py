from keras import layers


# %% in the module
class Convolution(layers.Layer):
    def __init__(self, filters, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.scale = scale

    def call(self, x):
        return x * self.scale * self.filters

    def get_config(self):  # LL502
        config = {"filters": self.filters}
        return dict(super(Convolution, self).get_config(), **config)


# %% in a function
def make():
    class Convolution(layers.Layer):
        def __init__(self, filters, scale=1.0, **kwargs):
            super().__init__(**kwargs)
            self.filters = filters
            self.scale = scale

        def call(self, x):
            return x * self.scale * self.filters

        def get_config(self):  # LL502
            config = {"filters": self.filters}
            return dict(super(Convolution, self).get_config(), **config)

    return Convolution
