"""A config without an argument that has to be passed: no layer is made of it, whatever its name."""

from keras import layers


class Switched(layers.Dropout):
    def __init__(self, rate, mode, **kwargs):
        super().__init__(rate, **kwargs)
        self.mode = mode

    def call(self, inputs, training=None):
        return super().call(inputs, training=training or self.mode.on)

    def get_config(self):
        config = super().get_config()
        config["name"] = "Switched"
        return config
