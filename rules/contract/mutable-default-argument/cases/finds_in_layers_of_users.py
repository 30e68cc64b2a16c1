# %% a dictionary of options
import keras


class Conv(keras.layers.Layer):
    def __init__(self, filters, options={}, **kwargs):  # LL412
        super().__init__(**kwargs)
        options.setdefault("padding", "same")
        self.conv = keras.layers.Conv2D(filters, 3, **options)

    def call(self, image):
        return self.conv(image)


# %% the losses of calls
import tensorflow as tf


class Hops(tf.keras.layers.Layer):
    def call(self, nodes, adjacency, seen=[]):  # LL412
        for _ in range(3):
            nodes = tf.matmul(adjacency, nodes)
            seen.append(nodes)
        return tf.concat(seen, axis=-1)


# %% widths that are extended
from tensorflow.keras import layers


class Decoder(layers.Layer):
    def __init__(self, widths=[32, 64], channels=3):  # LL412
        super().__init__()
        widths += [channels]
        self.ups = [layers.Conv2DTranspose(width, 3, 2) for width in widths]

    def call(self, z):
        for up in self.ups:
            z = up(z)
        return z


# %% a dictionary that an item is put into
from keras import layers


class Embeddings(layers.Layer):
    def __init__(self, sizes, dims=dict(), **kwargs):  # LL412
        super().__init__(**kwargs)
        for name in sizes:
            if name not in dims:
                dims[name] = 8
        self.tables = {name: layers.Embedding(sizes[name], dims[name]) for name in sizes}

    def call(self, inputs):
        return [self.tables[name](inputs[name]) for name in self.tables]
