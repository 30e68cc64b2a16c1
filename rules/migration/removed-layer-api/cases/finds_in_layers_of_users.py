# %% a metric inside of a layer
import keras
from keras import ops


class Sparsity(keras.layers.Layer):
    def call(self, x):
        self.add_metric(ops.mean(ops.cast(x == 0, "float32")), name="sparsity")  # LL703
        return x


# %% the shape of the input, in the constructor
import tensorflow as tf


class Spectrogram(tf.keras.layers.Layer):
    def __init__(self, frame, samples, **kwargs):
        super().__init__(batch_input_shape=(None, samples), **kwargs)  # LL703
        self.frame = frame

    def call(self, wave):
        return tf.abs(tf.signal.stft(wave, self.frame, self.frame // 2))


# %% a variable that is no tf.Variable any more
from tensorflow import keras
import tensorflow as tf


class Popularity(keras.layers.Layer):
    def __init__(self, items, **kwargs):
        super().__init__(**kwargs)
        self.counts = self.add_weight(
            name="counts", shape=(items,), initializer="zeros", trainable=False
        )

    def call(self, ids, training=None):
        if training:
            ones = tf.ones_like(ids, "float32")
            self.counts.scatter_nd_add(ids[:, None], ones)  # LL703
        return tf.gather(self.counts.read_value(), ids)  # LL703


# %% what Keras 2 asks of add_weight
from keras import layers


class Quantizer(layers.Layer):
    def build(self, input_shape):
        self.book = self.add_weight(
            name="book",
            shape=(64, input_shape[-1]),
            initializer="uniform",
            use_resource=True,  # LL703
        )

    def call(self, z):
        return z - self.book[0]
