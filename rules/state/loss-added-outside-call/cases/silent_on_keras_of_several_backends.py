from keras import backend as K
from keras.engine.topology import Layer


class Penalised(Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4,), initializer="ones")
        self.add_loss(K.sum(K.square(self.kernel)))
        super().build(input_shape)

    def call(self, inputs):
        return inputs * self.kernel
