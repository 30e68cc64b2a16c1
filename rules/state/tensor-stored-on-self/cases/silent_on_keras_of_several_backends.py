from keras import backend as K
from keras.layers.recurrent import Recurrent


class Decoder(Recurrent):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def call(self, inputs):
        self.sequence = inputs
        self.projected = K.sum(inputs, axis=-1)
        return super().call(inputs)

    def step(self, inputs, states):
        context = K.batch_dot(self.projected, self.sequence)
        return context, [context]
