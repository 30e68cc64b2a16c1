# %% a literal dictionary
import keras


class PatchEmbedding(keras.layers.Layer):
    def __init__(self, patch=16, dim=192, **kwargs):
        super().__init__(**kwargs)
        self.patch = patch
        self.dim = dim
        self.conv = keras.layers.Conv2D(dim, patch, strides=patch)

    def call(self, images):
        x = self.conv(images)
        return keras.ops.reshape(x, (keras.ops.shape(x)[0], -1, self.dim))

    def get_config(self):  # LL503
        return {"patch": self.patch, "dim": self.dim}


# %% a dictionary that is filled
import tensorflow as tf


class CrossNetwork(tf.keras.layers.Layer):
    def __init__(self, depth=2, **kwargs):
        super(CrossNetwork, self).__init__(**kwargs)
        self.depth = depth

    def build(self, shape):
        self.kernels = [
            self.add_weight(name=f"w{i}", shape=(shape[-1], 1)) for i in range(self.depth)
        ]

    def call(self, x):
        y = x
        for kernel in self.kernels:
            y = x * tf.matmul(y, kernel) + y
        return y

    def get_config(self):  # LL503
        config = {}
        config["depth"] = self.depth
        return config


# %% dict, on top of Dense, whose arguments are lost as well
from tensorflow.keras.layers import Dense


class ScaledDense(Dense):
    def __init__(self, units, scale=1.0, **kwargs):
        super().__init__(units, **kwargs)
        self.scale = scale

    def call(self, inputs):
        return super().call(inputs) * self.scale

    def get_config(self):  # LL503
        return dict(units=self.units, scale=self.scale)


# %% a recurrent cell
from keras import layers, ops


class LeakyCell(layers.Layer):
    def __init__(self, units, leak=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units, self.leak = units, leak
        self.state_size = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

    def call(self, inputs, states):
        output = (1 - self.leak) * states[0] + self.leak * ops.matmul(inputs, self.kernel)
        return output, [output]

    def get_config(self):  # LL503
        names = ("units", "leak")
        return {name: getattr(self, name) for name in names}
