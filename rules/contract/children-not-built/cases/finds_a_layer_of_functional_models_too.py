import keras
from keras import layers


@keras.saving.register_keras_serializable("nets")
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def call(self, x):
        return self.dense(x)

    def compute_output_shape(self, input_shape):  # LL406
        return (*input_shape[:-1], 4)


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = Block()

    def call(self, x):
        return self.block(x)


inputs = keras.Input((3,))
model = keras.Model(inputs, Block()(inputs))
