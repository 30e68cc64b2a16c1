from keras import layers


# %% the name of a class that was renamed
class Convolution(layers.Layer):
    def __init__(self, filters, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.scale = scale

    def call(self, x):
        return x * self.scale * self.filters

    def get_config(self):
        config = {"filters": self.filters}
        return dict(super(_Conv, self).get_config(), **config)
