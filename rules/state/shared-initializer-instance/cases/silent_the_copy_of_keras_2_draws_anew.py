"""TensorFlow's own copy of Keras 2 is older than those whose initializers draw the same again."""

from tensorflow.python.keras import initializers
from tensorflow.python.keras.layers import Layer
from tensorflow.python.keras.layers.convolutional import Conv


class Pair(Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.init = initializers.GlorotUniform()

    def build(self, input_shape):
        self.first = self.add_weight(name="first", shape=(3, 3), initializer=self.init)
        self.second = self.add_weight(name="second", shape=(3, 3), initializer=self.init)

    def call(self, x):
        return x @ self.first @ self.second


class Turns(Conv):
    def build(self, input_shape):
        self.kernels = [
            self.add_weight(name=f"kernel_{i}", shape=(3, 3), initializer=self.kernel_initializer)
            for i in range(3)
        ]

    def call(self, x):
        return sum(x @ kernel for kernel in self.kernels)
