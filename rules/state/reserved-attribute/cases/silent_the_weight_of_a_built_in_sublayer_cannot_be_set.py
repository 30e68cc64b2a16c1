# %% keras-DepthwiseConv2D(3)-False
import keras as keras


class Half(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.layers.DepthwiseConv2D(3)

    def call(self, x):
        self.inner.kernel = self.inner.kernel / 2.0
        return self.inner(x)


# %% tf_keras-Dense(3)-False
import tf_keras as keras


class Half(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.layers.Dense(3)

    def call(self, x):
        self.inner.kernel = self.inner.kernel / 2.0
        return self.inner(x)
