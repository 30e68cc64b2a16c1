# %% wrong class in super
import tensorflow as tf


class Encoder(tf.keras.layers.Layer):
    def __init__(self, **kwargs):
        super(Encoder, self).__init__(**kwargs)


class Decoder(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super(Encoder, self).__init__(**kwargs)  # LL403
        self.units = units

    def call(self, x):
        return x

    def get_config(self):
        return {**super().get_config(), "units": self.units}
