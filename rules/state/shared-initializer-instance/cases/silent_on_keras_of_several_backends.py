from keras import initializers
from keras.engine.topology import Layer


class TwoMaps(Layer):
    def __init__(self, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.kernel_initializer = initializers.get(kernel_initializer)

    def build(self, input_shape):
        shape = (input_shape[-1], input_shape[-1])
        self.first = self.add_weight(
            name="first", shape=shape, initializer=self.kernel_initializer
        )
        self.second = self.add_weight(
            name="second", shape=shape, initializer=self.kernel_initializer
        )
        super().build(input_shape)
