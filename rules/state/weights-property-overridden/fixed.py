"""A dense layer with a scale of its own."""

from tensorflow import keras


class Scaled(keras.layers.Layer):
    """Scales what a dense layer gives."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.scale = self.add_weight(name="scale", shape=(1,), initializer="ones")
        self.built = True

    def call(self, x):
        return self.scale * self.dense(x)
