import keras
from keras import ops


class Noisy(keras.layers.Layer):
    def __init__(self, width, state_initializer="zeros", **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.state_initializer = keras.initializers.get(state_initializer)

    def call(self, x):
        return x + self.state_initializer((self.width,))

    def get_config(self):  # LL502
        return {**super().get_config(), "width": self.width}
