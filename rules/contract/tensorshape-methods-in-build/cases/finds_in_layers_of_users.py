# %% attention of the year 2019
import tensorflow as tf


class Attention(tf.keras.layers.Layer):
    def build(self, input_shape):
        query_shape, value_shape = input_shape
        units = query_shape.as_list()[-1]  # LL415
        self.kernel = self.add_weight(name="kernel", shape=(units, value_shape[-1]))

    def call(self, inputs):
        query, value = inputs
        return tf.matmul(tf.matmul(query, self.kernel), value, transpose_b=True)


# %% the value of a dimension
from keras import layers


class Highway(layers.Layer):
    def build(self, input_shape):
        dim = input_shape[-1].value  # LL415
        self.gate = self.add_weight(name="gate", shape=(dim, dim))

    def call(self, x):
        return x * self.gate[0]


# %% the rank, in what is computed of it
import keras


class FlattenFrames(keras.layers.Layer):
    def call(self, frames):
        return keras.ops.reshape(frames, (keras.ops.shape(frames)[0], -1))

    def compute_output_shape(self, input_shape):
        if input_shape.rank == 2:  # LL415
            return input_shape
        return (input_shape[0], input_shape[1:].num_elements())  # LL415


# %% a helper that build calls, and dims in a loop
from tensorflow import keras
import tensorflow as tf


class PositionGrid(keras.layers.Layer):
    def build(self, shape):
        sizes = [size for size in shape.dims[1:-1]]  # LL415
        self.grids = [
            self.add_weight(name=f"grid_{axis}", shape=(size,)) for axis, size in enumerate(sizes)
        ]

    def call(self, image):
        return image + tf.add_n([tf.reduce_mean(grid) for grid in self.grids])


# %% is it known
import keras


class Codebook(keras.layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    def build(self, input_shape):
        input_shape.assert_has_rank(3)  # LL415
        if not input_shape.is_fully_defined():  # LL415
            raise ValueError("the shape has to be known")
        self.book = self.add_weight(name="book", shape=(self.size, input_shape[-1]))

    def call(self, z):
        return keras.ops.matmul(z, keras.ops.transpose(self.book))
