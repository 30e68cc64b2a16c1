import keras


class Block(keras.layers.Layer):
    def build(self, input_shape):
        self.dense = keras.layers.Dense(3)
        self.dense(keras.Input(input_shape[1:]))

    def call(self, x):
        return self.dense(x)
