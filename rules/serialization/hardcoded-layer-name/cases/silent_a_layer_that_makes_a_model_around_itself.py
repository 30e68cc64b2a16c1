import keras


class Encoder(keras.layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(name="encoder", **kwargs)
        self.dense = keras.layers.Dense(size)
        self.model = self.get_model()

    def get_model(self):
        x = keras.Input((3,))
        return keras.Model(x, self(x))

    def call(self, x):
        return self.dense(x)
