from keras import backend as K
from keras.engine.topology import Layer


class Highway(Layer):
    def __init__(self, name="highway", **kwargs):
        super().__init__(**kwargs)
        self.name = name

    def build(self, input_shape):
        self.gate = K.variable([0.0] * input_shape[-1])
        self.trainable_weights = [self.gate]
        super().build(input_shape)

    def call(self, inputs):
        return inputs * K.sigmoid(self.gate)
