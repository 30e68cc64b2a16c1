import tensorflow as tf
from tensorflow.keras import layers


# %% a part that is a tuple, by its attribute
class ResizeTo(layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.target = tuple(size)

    def call(self, tiles):
        return tf.image.resize(tiles, self.target)

    def compute_output_shape(self, input_shape):
        batch, channels = input_shape[0], input_shape[-1]
        return (batch, self.target, channels)  # LL419


# %% the answer of a base
class Same(layers.Layer):
    def compute_output_shape(self, input_shape):
        return tuple(input_shape)


class Pool(Same):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.score = layers.Dense(1)

    def call(self, steps):  # LL419
        weights = tf.nn.softmax(self.score(steps), axis=1)
        return tf.reduce_sum(weights * steps, axis=1)


# %% a tuple that stands in the tuple
class Patches(layers.Layer):
    def call(self, images):
        return tf.reshape(images, (-1, 16, 12))

    def compute_output_shape(self, shape):
        return (shape[0], (16, 4 * shape[-1]))  # LL419
