import keras


class Part(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def call(self, x):
        return x * self.units

    def get_config(self):
        return super().get_config()


class Owner(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.part = Part(3)

    def call(self, x):
        return self.part(x)
