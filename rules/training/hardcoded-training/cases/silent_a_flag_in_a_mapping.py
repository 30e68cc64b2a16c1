from tensorflow.keras import layers


# %% frozen, or as the caller says
class Unit(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.BatchNormalization()
        self.second = layers.BatchNormalization()
        self.third = layers.BatchNormalization()
        self.frozen = {"training": False}
        self.options = {"training": True}

    def call(self, x, training=None):
        x = self.first(x, **self.frozen)
        x = self.second(x, **dict(training=training))
        self.options["training"] = training
        return self.third(x, **self.options)
