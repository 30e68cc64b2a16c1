from keras import backend as K
from keras.engine import InputSpec
from keras.layers import Layer


class Denoise(Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.input_spec = InputSpec(ndim=2)

    def call(self, inputs):
        return self.decode(self.encode(inputs))

    def drop(self, x):
        dropped = K.dropout(x, self.rate)
        return K.in_train_phase(dropped, x)

    def encode(self, x):
        return K.tanh(self.drop(x))

    def decode(self, x):
        return K.sigmoid(self.drop(x))
