# %% imports0
import os; os.environ['TF_USE_LEGACY_KERAS'] = '1'
import keras; from tensorflow import keras as tf_keras


class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = Inner()  # LL220

    def call(self, x):
        return self.held(x)


# %% import keras; from tf_keras import layers; import tf_keras
import keras; from tf_keras import layers; import tf_keras


class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = Inner()  # LL220

    def call(self, x):
        return self.held(x)
