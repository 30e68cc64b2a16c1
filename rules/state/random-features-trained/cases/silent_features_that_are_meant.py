# %% kept as they are
import tensorflow as tf
from tensorflow import keras


class RandomFourierFeatures(keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(
            name="w", shape=(input_shape[-1], 8), initializer="random_normal", trainable=False
        )

    def call(self, inputs):
        return tf.cos(tf.matmul(inputs, self.w))


class RandomFeatures(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(trainable=False, **kwargs)

    def build(self, input_shape):
        self.w = self.add_weight(
            name="w", shape=(input_shape[-1], 8), initializer="random_normal"
        )

    def call(self, inputs):
        return tf.cos(tf.matmul(inputs, self.w))


# %% meant to be learned
import tensorflow as tf
from tensorflow import keras


class FourierFeatures(keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(
            name="w", shape=(input_shape[-1], 8), initializer="random_normal"
        )

    def call(self, inputs):
        return tf.cos(tf.matmul(inputs, self.w))


class RandomFourierFeatures(keras.layers.Layer):
    """Random Fourier features to begin with, whose frequencies are then learned."""

    def build(self, input_shape):
        self.w = self.add_weight(
            name="w", shape=(input_shape[-1], 8), initializer="random_normal"
        )

    def call(self, inputs):
        return tf.cos(tf.matmul(inputs, self.w))


# %% stopped where they are used
import tensorflow as tf
from tensorflow import keras


class RandomFourierFeatures(keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(
            name="w", shape=(input_shape[-1], 8), initializer="random_normal"
        )

    def call(self, inputs):
        return tf.cos(tf.matmul(inputs, tf.stop_gradient(self.w)))


# %% frozen where the layer is made
import tensorflow as tf
from tensorflow import keras


class RandomFourierFeatures(keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(
            name="w", shape=(input_shape[-1], 8), initializer="random_normal"
        )

    def call(self, inputs):
        return tf.cos(tf.matmul(inputs, self.w))


model = keras.Sequential([RandomFourierFeatures(trainable=False), keras.layers.Dense(1)])

# %% the same, a line later
import tensorflow as tf
from tensorflow import keras


class RandomFourierFeatures(keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(
            name="w", shape=(input_shape[-1], 8), initializer="random_normal"
        )

    def call(self, inputs):
        return tf.cos(tf.matmul(inputs, self.w))


features = RandomFourierFeatures()
features.trainable = False

# %% random in name, but the wave is of something else
import tensorflow as tf
from tensorflow import keras


class RandomFeatureScale(keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(
            name="w", shape=(input_shape[-1], 8), initializer="random_normal"
        )

    def call(self, inputs):
        return tf.matmul(tf.cos(inputs), self.w)
