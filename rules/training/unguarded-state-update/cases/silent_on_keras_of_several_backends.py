from keras import backend as K
from keras.engine.topology import Layer


class Center(Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(
            name="mean", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )
        super().build(input_shape)

    def call(self, inputs):
        batch = K.mean(inputs, axis=0)
        self.add_update([K.moving_average_update(self.mean, batch, 0.99)], inputs)
        return inputs - self.mean
