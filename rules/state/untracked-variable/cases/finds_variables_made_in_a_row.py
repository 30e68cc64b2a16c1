import tensorflow as tf


class Spectrum(tf.keras.layers.Layer):
    def __init__(self, modes=8, **kwargs):
        super().__init__(**kwargs)
        self.real, self.imag = (
            tf.Variable(tf.zeros((modes,)), name=part)  # LL201, LL201
            for part in ("real", "imag")
        )

    def call(self, x):
        return x * tf.complex(self.real, self.imag)
