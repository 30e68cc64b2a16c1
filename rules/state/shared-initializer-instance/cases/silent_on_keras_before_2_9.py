from keras import initializers
from keras.layers import Layer
from keras.layers.recurrent import _generate_dropout_mask


# %% an initializer without a seed drew anew at each call
class Complex(Layer):
    def __init__(self, units=8, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_initializer = initializers.get(kernel_initializer)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.real = self.add_weight(shape=shape, initializer=self.kernel_initializer, name="real")
        self.imag = self.add_weight(shape=shape, initializer=self.kernel_initializer, name="imag")
