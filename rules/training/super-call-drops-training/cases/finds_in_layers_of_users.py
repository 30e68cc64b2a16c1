# %% super call drops the flag
import keras


class Norm(keras.layers.BatchNormalization):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs) * 2.0  # LL119, LL119
