import tensorflow as tf
from tensorflow.keras import layers


# %% sizes, by the names of attributes
class ResizeTo(layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.target = tuple(size)
        self.width = size[0]

    def call(self, tiles):
        return tf.image.resize(tiles, self.target)

    def compute_output_shape(self, input_shape):
        batch, channels = input_shape[0], input_shape[-1]
        if self.width == 1:
            return (batch, self.width, channels)
        return (batch, *self.target, channels)


# %% the answer of a base that is right
class Pooled(layers.Layer):
    def compute_output_shape(self, input_shape):
        return input_shape[:-1]


class Pool(Pooled):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.score = layers.Dense(1)

    def call(self, steps):
        weights = tf.nn.softmax(self.score(steps), axis=1)
        return tf.reduce_sum(weights * steps, axis=1)


class Weighted(Pooled):
    def call(self, steps):
        return tf.reduce_sum(tf.reduce_mean(steps, axis=1) * self.factors, axis=1)


# %% shapes of several outputs
class Two(layers.Layer):
    def call(self, images):
        return images[:, 0], images

    def compute_output_shape(self, shape):
        return ((shape[0], shape[-1]), (shape[0], shape[1]))
