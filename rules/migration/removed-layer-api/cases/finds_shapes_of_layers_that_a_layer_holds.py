# %% made by the layer
import keras


class Skip(keras.layers.Layer):
    def __init__(self, width, **kwargs):
        super().__init__(**kwargs)
        self.child = keras.layers.Dense(width)

    def build(self, input_shape):
        self.child.build(input_shape)
        self.kernel = self.add_weight(shape=self.child.output_shape[1:])  # LL703


# %% given to the layer
import keras


class Skip(keras.layers.Layer):
    def __init__(self, child, **kwargs):
        super().__init__(**kwargs)
        self.child = child

    def build(self, input_shape):
        self.child.build(input_shape)
        self.matches = self.child.output_shape[-1] == input_shape[-1]  # LL703

    def call(self, x):
        return x + self.child(x) if self.matches else self.child(x)


def tower(width):
    return keras.Sequential(
        [Skip(keras.layers.Dense(width)), Skip(keras.layers.Conv1D(width, 3, padding="same"))]
    )
